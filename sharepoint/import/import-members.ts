import type { SPFI } from '@pnp/sp';
import { Photos } from '../../src/data/photos';
import { memberPhotos } from '../../src/lists';
import { MemberRegister, type WriteFailure } from '../../src/data/members/register';
import type { PlainDate } from '../../src/domain/members/term';
import { carryOut, type Progress } from './carry-out';
import { count, describePlan } from './describe';
import { parseModernGov, type Feed } from './modern-gov';
import { parseMembersCsv } from './members-csv';
import { importPhotos } from './photos';
import { findRow } from './match-rows';
import { isEmpty, planImport } from './plan';
import { readSource, serviceAddress } from './read-source';

/** What every import needs. */
export interface ImportOptions {
  sp: SPFI;
  sitePath: string;
  /** What relative file names start from. */
  fileBase: URL;
  today: PlainDate;
  dryRun: boolean;
  /** Called when reading is over and the first row is about to be written. */
  beforeWriting(): void;
  /** Says one line. */
  say(line: string): void;
  /** Shows how far one step is. */
  progress(step: string, done: number, all: number): void;
}

/** Where members come from. */
export type MemberSource =
  /** File or address of a Modern.Gov feed. */
  | { kind: 'modern.gov'; from: string }
  /** File or address of a list in CSV, and the council, where it holds many. */
  | { kind: 'csv'; from: string; council: string | undefined };

const readFeed = (source: MemberSource, text: string): Feed =>
  source.kind === 'modern.gov' ? parseModernGov(text, source.from) : parseMembersCsv(text, source.from, source.council);

/**
 * Brings the lists Wards and Members in line with a Modern.Gov feed, or with a list in CSV. Says what it will do, then
 * does it. Running it again changes nothing.
 *
 * @returns rows that could not be written
 * @throws FeedError, with nothing written, if the feed is not to be used; DataError if SharePoint cannot be reached
 */
export async function importMembers(from: MemberSource, force: boolean, options: ImportOptions): Promise<WriteFailure[]> {
  const { sp, sitePath, say, progress } = options;
  const lists = new MemberRegister(sp, sitePath);
  const source = await readSource(from.from, options.fileBase, from.kind === 'modern.gov' ? serviceAddress : undefined);
  const feed = readFeed(from, source.text);
  await lists.demandWriting();
  const register = await lists.read();
  const plan = planImport(feed, register, options.today, force);
  for (const line of describePlan(plan)) say(line);
  if (options.dryRun) {
    say('This was a dry run: nothing was written.');
    return [];
  }
  options.beforeWriting();
  const step =
    (name: string): Progress =>
    (done, all) =>
      progress(name, done, all);
  const failures = isEmpty(plan) ? [] : await carryOut(plan, register, lists, step('Writing'));

  const written = isEmpty(plan) ? register : await lists.read();
  const withRows = feed.members.flatMap((member) => {
    const row = findRow(member, feed, written);
    return row ? [{ feed: member, row }] : [];
  });
  const photos = await importPhotos(
    withRows.map(({ feed: { photos: addresses }, row: { id, modernGovId, details, photo, photoSource } }) => ({
      ...{ id, name: details.name, addresses, photo, photoSource },
      fileName: modernGovId || `member-${id}`
    })),
    source.base,
    new Photos(sp, sitePath, memberPhotos),
    (saved) => lists.setPhotos(saved),
    options
  );
  failures.push(...photos.failures);
  for (const { what, reason } of failures) say(`  Not written: ${what}: ${reason}`);
  say(
    failures.length === 0
      ? isEmpty(plan) && photos.saved === 0
        ? 'Nothing to change.'
        : 'Done.'
      : `${count(failures.length, 'row')} could not be written. Run the import again.`
  );
  return failures;
}
