import '@pnp/sp/items';
import '@pnp/sp/lists';
import { ensureMemberFolders } from '../../sharepoint/provisioning/member-folders';
import { addDays } from '../../src/domain/workingDays';
import { control } from './api';
import { sitePath } from './enquiries';
import { people, type TestServer } from './server';

/** A busy council receives so many enquiries a month. */
const aMonth = 320;
/** So many are open at any time: those of the last weeks. */
const open = 300;
const inRequest = 2000;
export const manyToday = '2026-11-24';

/** Half are never closed by anybody: answered, and not asked again. */
const ended = (number: number): string => (number % 2 === 0 ? 'Answered' : 'Closed');
const states = ['New', 'Acknowledged', 'In progress', 'Waiting for the member'];

/**
 * Fills the site with enquiries as years of work leave them: the latest 300 open, in turn in all states, the others
 * answered or closed; each with two messages, in folders of 24 members, of whom every one has as many that are open.
 */
export async function fillDesk(server: TestServer, count: number): Promise<void> {
  const { web } = server.as(people.owner);
  const members = web.getList(`${sitePath}/Lists/Members`).items;
  for (let number = (await members()).length; number < 24; number += 1) {
    await members.add({
      Title: `Member ${number}`,
      Status: 'Serving',
      WardId: 1 + (number % 2),
      Email: `member${number}@wexcombe.example`
    });
  }
  await ensureMemberFolders(server.as(people.owner), { changed: () => undefined, differs: () => undefined });
  const ids = (await members.select('Id').orderBy('ID')<{ Id: number }[]>()).map(({ Id }) => Id);
  const services = (await web.getList(`${sitePath}/Lists/Services`).items.select('Id')<{ Id: number }[]>()).map(({ Id }) => Id);
  // Stretches of closed ones, each in a folder; those that are open in all folders alike.
  const stretches: { from: number; to: number; member: number }[] = [];
  for (let from = 0; from < count;) {
    const isOpen = from >= count - open;
    const to = isOpen ? Math.min(count, from + Math.ceil(open / ids.length)) : Math.min(count - open, from + inRequest);
    stretches.push({ from, to, member: ids[stretches.length % ids.length] ?? 1 });
    from = to;
  }
  for (const { from, to, member } of stretches) {
    const folder = `member-${member}`;
    const numbers = Array.from({ length: to - from }, (_, index) => from + index);
    const day = (number: number): string => addDays(manyToday, -Math.floor(((count - number) * 30) / aMonth) - 1);
    const { firstId } = (await control(server, 'seed', {
      ...{ list: 'Enquiries', folder },
      items: numbers.map((number) => {
        const isOpen = number >= count - open;
        const came = day(number);
        const due = addDays(came, 14);
        return {
          ...{ Title: `Matter ${number}`, SubmissionKey: `many-${number}`, State: isOpen ? states[number % states.length] : ended(number) },
          ...{
            Kind: 'casework',
            AskedBy: 'member',
            MemberId: member,
            WardId: 1 + (number % 2),
            ServiceId: services[number % services.length]
          },
          ...{ OfficerId: 1 + (number % 3), Description: `What happened in ${number}.`, Came: `${came}T12:00:00Z` },
          ...{ AcknowledgeBy: `${addDays(came, 1)}T12:00:00Z`, ReplyBy: `${due}T12:00:00Z`, FromMember: isOpen && number % 20 === 0 },
          ...(isOpen ? {} : { Replied: `${due}T12:00:00Z`, OpenUntil: `${addDays(due, 7)}T12:00:00Z`, Acknowledged: `${came}T12:00:00Z` }),
          ...(isOpen || ended(number) === 'Answered' ? {} : { Closed: `${due}T12:00:00Z`, Outcome: 'done' })
        };
      })
    })) as { firstId: number };
    await control(server, 'seed', {
      ...{ list: 'EnquiryMessages', folder },
      items: numbers.flatMap((number, index) => [
        {
          Title: `Matter ${number}`,
          Enquiry: firstId + index,
          MessageKey: `many-${number}:sent`,
          Event: 'sent',
          Text: 'Said',
          Details: '{}'
        },
        {
          Title: `Matter ${number}`,
          Enquiry: firstId + index,
          MessageKey: `many-${number}:more`,
          Event: 'update',
          Text: 'Done',
          Details: '{}'
        }
      ])
    });
  }
}
