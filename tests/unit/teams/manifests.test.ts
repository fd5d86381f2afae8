import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppManifestUtils } from '@microsoft/app-manifest';
import { unzipSync } from 'fflate';
import { solutionPackage } from '../../../sharepoint/commands/paths';
import { tabsAppId } from '../../../src/domain/teams/app';
import { activityType } from '../../../teams/message-extension/notices';
import { formComponentId } from '../../../teams/message-extension/commands/raise-enquiry';

/** The manifests of both Teams apps against Microsoft's own schemas, which come with their package: nothing is fetched. */

const project = join(__dirname, '../../..');
const json = <T>(path: string): T => JSON.parse(readFileSync(join(project, path), 'utf8')) as T;
interface Manifest {
  id: string;
  icons: Record<string, string>;
  staticTabs?: { entityId: string; contentUrl: string }[];
  configurableTabs?: { configurationUrl: string }[];
  composeExtensions?: { commands: { id: string; parameters?: { name: string }[] }[] }[];
  activities?: { activityTypes: { type: string }[] };
  webApplicationInfo: { id: string };
}
const tabs = json<Manifest>('teams/manifest/tabs/manifest.json');
const messages = json<Manifest>('teams/manifest/messages/manifest.json');
const componentId = (webPart: string): string => json<{ id: string }>(`src/webparts/${webPart}WebPart.manifest.json`).id;

test.each([
  ['tabs', tabs],
  ['messages', messages]
])('the manifest of the %s is valid', async (_name, manifest) => {
  expect(await AppManifestUtils.validateAgainstSchema(manifest as never)).toEqual([]);
});

test.each(['tabs', 'messages'])('the icons of the %s have Teams’ sizes', (folder) => {
  const size = (icon: string): [number, number] => {
    const bytes = readFileSync(join(project, 'teams/manifest', folder, icon));
    return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  };
  expect([size('color.png'), size('outline.png')]).toEqual([
    [192, 192],
    [32, 32]
  ]);
});

test('tabs show the hubs that are in the package, as the app that links name', () => {
  expect(tabs.id).toBe(tabsAppId);
  const [enquiries, people] = tabs.staticTabs ?? [];
  expect(enquiries?.contentUrl).toContain(componentId('enquiriesHub/EnquiriesHub'));
  expect(people?.contentUrl).toContain(componentId('peopleHub/PeopleHub'));
  expect(tabs.configurableTabs?.[0]?.configurationUrl).toContain(componentId('channelTab/ChannelTab'));
  expect(componentId('raiseEnquiry/RaiseEnquiry')).toBe(formComponentId);
  // SharePoint's own id: tabs of the SharePoint Framework sign in with it.
  expect(tabs.webApplicationInfo.id).toBe('00000003-0000-0ff1-ce00-000000000000');
});

test('the message extension has the commands and notices that its service serves', () => {
  const commands = messages.composeExtensions?.[0]?.commands ?? [];
  expect(commands.map(({ id, parameters }) => [id, parameters?.map(({ name }) => name)])).toEqual([
    ['searchMembers', ['query']],
    ['searchOfficers', ['query']],
    ['searchEnquiries', ['query']],
    ['raiseEnquiry', undefined]
  ]);
  expect(messages.activities?.activityTypes.map(({ type }) => type)).toEqual([activityType]);
});

test('the .sppkg brings the tabs’ app, and nothing else of teams/', async () => {
  const files = unzipSync(readFileSync(solutionPackage));
  const zip = files['ClientSideAssets/TeamsSPFxApp.zip'];
  if (!zip) throw new Error('It has no TeamsSPFxApp.zip');
  const app = unzipSync(zip);
  expect(Object.keys(app).sort()).toEqual(['color.png', 'manifest.json', 'outline.png']);
  const packed = JSON.parse(new TextDecoder().decode(app['manifest.json'])) as Manifest & { version: string };
  expect(packed.version).toMatch(/^\d+\.\d+\.\d+$/);
  expect(await AppManifestUtils.validateAgainstSchema(packed as never)).toEqual([]);
  expect(Object.keys(files).filter((name) => /message-extension|messages|\.ts$/i.test(name))).toEqual([]);
});
