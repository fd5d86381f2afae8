import { initializeIcons } from '@fluentui/font-icons-mdl2';
import { Modules } from './modules';
import { MountedWebPart, showFailure } from './mounted-web-part';
import { readPageData } from './page-data';
import { keepGraphLocal, startRuntime } from './runtime-scope';
import { applyToPage } from './themes';

/** Starts the SPFx runtime on a page inside Teams, with Teams' own library, and mounts its one web part. */

interface TeamsLibrary {
  app: { initialize(): Promise<void>; registerOnThemeChangeHandler(handler: (theme: string) => void): void };
  getContext(taken: (context: { theme?: string }) => void): void;
}
declare const microsoftTeams: TeamsLibrary;

/** Teams' names for themes, and this page's. */
const themeOf = (name: string | undefined): string => (name === 'dark' || name === 'contrast' ? name : 'light');

async function start(): Promise<void> {
  const data = readPageData();
  keepGraphLocal();
  initializeIcons('/_local/runtime/fonts/');
  await microsoftTeams.app.initialize();
  const context = await new Promise<{ theme?: string }>((resolve) => {
    microsoftTeams.getContext(resolve);
  });
  const modules = new Modules(data.optional, data.installed);
  const load = modules.named<{ loadTheme(theme: Record<string, string>): void }>('@microsoft/load-themed-styles').loadTheme;
  applyToPage(themeOf(context.theme), load);
  for (const library of data.host) modules.provide(library.name, library.id, await modules.load(library.script));
  const scope = startRuntime(modules, data);
  const [placed] = data.webParts;
  const element = placed && document.getElementById(`web-part-${placed.instanceId}`);
  if (!placed || !element) return;
  const host = {
    sdks: { microsoftTeams: { teamsJs: microsoftTeams, context } },
    isPaneOpen: () => false,
    paneAction: () => undefined,
    changed: () => undefined
  };
  await MountedWebPart.mount(modules, scope, data, placed, element, host);
}

start().catch((error: unknown) => {
  const main = document.querySelector('main');
  if (main) showFailure(main, error, document.title);
});
