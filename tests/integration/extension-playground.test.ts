import { referenceOf } from '../../src/domain/enquiries/reference';
import { casework, cast, fillEnquirySite, ids, raise, writer } from '../support/enquiries';
import { onlyCard, TestExtension, titlesIn } from '../support/extension';
import { Playground } from '../support/playground';
import { TestServer } from '../support/server';

/** Microsoft's own client against the service and the local SharePoint, as Amara Whitfield. */

let server: TestServer;
let extension: TestExtension;
let playground: Playground;
let enquiry: number;
beforeAll(async () => {
  server = await TestServer.start();
  await fillEnquirySite(server);
  enquiry = (await raise(await writer(server, cast.amara, new Date()), casework))[0]?.id ?? 0;
  extension = await TestExtension.start(['--site', server.siteUrl, '--local']);
  playground = await Playground.start(`${extension.origin}/api/messages`);
});
afterAll(async () => {
  await playground.stop();
  await extension.stop();
  await server.stop();
});

const search = (commandId: string, value: string): ReturnType<Playground['invoke']> =>
  playground.invoke('query', {
    commandId,
    parameters: [{ name: 'query', value }],
    queryOptions: { skip: 0, count: 25 },
    commandContext: 'compose',
    context: { theme: 'default' }
  });

test('searches for members, officers and enquiries', async () => {
  expect(titlesIn(await search('searchMembers', 'karim'))).toEqual(['Cllr Rashid Karim']);
  expect(titlesIn(await search('searchOfficers', 'missed bin'))).toEqual(['Street cleaning', 'Priya Raman']);
  expect(titlesIn(await search('searchEnquiries', 'glass'))).toEqual([casework.summary]);
});

test('shows a card for a link', async () => {
  const unfurled = (query: string): ReturnType<Playground['invoke']> =>
    playground.invoke('queryLink', { url: `${server.siteUrl}?${query}` });
  expect(onlyCard(await unfurled(`enquiry=${enquiry}`)).preview.content.title).toBe(referenceOf(enquiry));
  expect(onlyCard(await unfurled(`member=${ids.tom}`)).preview.content.title).toBe('Cllr Tom Haldane');
});

test('opens the form to raise an enquiry, from where one writes and from a message', async () => {
  const opened = async (more: object): Promise<string> => {
    const { task } = await playground.invoke('fetchTask', { commandId: 'raiseEnquiry', context: { theme: 'default' }, data: {}, ...more });
    expect(task?.type).toBe('continue');
    return (task?.value as { url: string }).url;
  };
  expect(await opened({ commandContext: 'compose' })).toMatch(/teamstaskhostedapp/);
  const body = { contentType: 'html', content: '<p>Bins in School Lane</p>' };
  expect(await opened({ commandContext: 'message', messagePayload: { id: '1', body, linkToMessage: null } })).toMatch(/draft%3D\d+$/);
});
