import { readTeams, type AskedTeams } from '../../../src/webparts/teams/readTeams';

/** Teams as the SharePoint Framework hands it over, with another answer to where one is. */
const sdk = (getContext: AskedTeams['teamsJs']['app']['getContext']): AskedTeams => ({
  teamsJs: { app: { initialize: async () => undefined, getContext } },
  context: { theme: 'dark', subEntityId: 'member/12', frameContext: 'content' }
});

beforeAll(() => {
  (globalThis as { window?: unknown }).window = { setTimeout: (action: () => void) => setTimeout(action, 20) };
});
afterAll(() => {
  delete (globalThis as { window?: unknown }).window;
});

test('says where one is, and what a link opened', async () => {
  const context = { app: { theme: 'contrast', appId: 'abc' }, page: { subPageId: 'enquiry/5', frameContext: 'task' } };
  expect(await readTeams(sdk(async () => context))).toEqual({
    theme: 'contrast',
    place: { kind: 'enquiry', id: 5 },
    appId: 'abc',
    inDialog: true
  });
});

test('does not wait for a Teams that never answers, as was seen on phones', async () => {
  expect(await readTeams(sdk(() => new Promise(() => undefined)))).toEqual({
    theme: 'dark',
    place: { kind: 'member', id: 12 },
    appId: undefined,
    inDialog: false
  });
});

test('goes on where Teams fails', async () => {
  expect((await readTeams(sdk(() => Promise.reject(new Error('no'))))).theme).toBe('dark');
});
