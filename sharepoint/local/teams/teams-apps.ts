import { unzipSync } from 'fflate';
import type { InstalledPackage } from '../pages/packages';

/** A tab of a Teams app that everybody has for themselves. */
export interface PersonalTab {
  entityId: string;
  name: string;
  /** On this server. */
  address: string;
}

/** A Teams app whose tabs are web parts: its package travels inside the solution's. */
export interface TabsApp {
  id: string;
  name: string;
  tabs: PersonalTab[];
}

/** A command of a message extension. */
export interface ExtensionCommand {
  id: string;
  type: 'query' | 'action';
  title: string;
  description: string;
  context: string[];
  /** What a search asks for; absent for actions. */
  parameter?: { name: string; title: string; description: string };
}

/** A message extension, and where its service takes activities. */
export interface MessageExtension {
  name: string;
  commands: ExtensionCommand[];
  endpoint: string;
}

interface Manifest {
  id: string;
  name: { short: string };
  staticTabs?: { entityId: string; name?: string; contentUrl: string }[];
  composeExtensions?: {
    commands: {
      id: string;
      type?: 'query' | 'action';
      title: string;
      description?: string;
      context?: string[];
      parameters?: { name: string; title: string; description?: string }[];
    }[];
  }[];
}

/** An address of a manifest as Teams fills it in, on this server. */
const localAddress = (url: string): string =>
  url
    .replaceAll('{teamSiteDomain}', 'tenant.invalid')
    .replaceAll('{locale}', 'en-gb')
    .replace(/^https:\/\/tenant\.invalid/, '');

/** The Teams apps that installed solutions bring, as "Sync to Teams" takes them. */
export function tabsApps(packages: readonly InstalledPackage[]): TabsApp[] {
  return packages.flatMap(({ assets, file }) => {
    const zip = assets.get('TeamsSPFxApp.zip');
    if (!zip) return [];
    const text = unzipSync(zip)['manifest.json'];
    if (!text) throw new Error(`${file}: TeamsSPFxApp.zip has no manifest.json`);
    const { id, name, staticTabs = [] } = JSON.parse(new TextDecoder().decode(text)) as Manifest;
    return [
      {
        id,
        name: name.short,
        tabs: staticTabs.map((tab) => ({
          entityId: tab.entityId,
          name: tab.name ?? tab.entityId,
          address: localAddress(tab.contentUrl)
        }))
      }
    ];
  });
}

/** What a message extension's manifest says that a client shows. */
export function messageExtension(manifest: unknown, endpoint: string): MessageExtension {
  const { name, composeExtensions = [] } = manifest as Manifest;
  return {
    name: name.short,
    endpoint,
    commands: composeExtensions
      .flatMap(({ commands }) => commands)
      .map(({ id, type = 'query', title, description = '', context = ['compose', 'commandBox'], parameters = [] }) => {
        const [first] = parameters;
        return {
          ...{ id, type, title, description, context },
          ...(type === 'query' && first
            ? { parameter: { name: first.name, title: first.title, description: first.description ?? '' } }
            : {})
        };
      })
  };
}
