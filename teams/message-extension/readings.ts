import type { SPFI } from '@pnp/sp';
import { readDeskStart, type DeskStart } from '../../src/data/desk/start';
import { readDirectory } from '../../src/data/members/directory';
import { readBackground } from '../../src/data/members/places';
import { readOfficerDirectory } from '../../src/data/officers/directory';
import { readClauses, readGuideStart } from '../../src/data/protocol/guide';
import { britishDateOf } from '../../src/domain/dates';
import type { Directory, Member } from '../../src/domain/members/member';
import type { Places } from '../../src/domain/members/place';
import { searchMembers, type MemberSearch } from '../../src/domain/members/search';
import { searchDirectory, type DirectorySearch } from '../../src/domain/officers/find';
import type { OfficerDirectory } from '../../src/domain/officers/officer';
import { currentOf, type Clause } from '../../src/domain/protocol/protocol';
import { UserCache } from './cache';
import type { Person } from './sign-in/types';

/** Members, ready to be searched. */
export interface MemberReading {
  directory: Directory;
  places: Places;
  search: MemberSearch;
}

/** Services and officers, ready to be searched. */
export interface OfficerReading {
  directory: OfficerDirectory;
  search: DirectorySearch;
}

/** Of so many people. */
const mostPeople = 500;

/** What is kept of readings, for all who ask; each person's apart. */
export interface KeptReadings {
  members: UserCache<MemberReading>;
  officers: UserCache<OfficerReading>;
  desk: UserCache<DeskStart>;
  clauses: UserCache<Clause[]>;
}

/** @param milliseconds for so long what was read for somebody is kept for them: a right that is taken away shows after it */
export const keepReadings = (milliseconds: number): KeptReadings => ({
  members: new UserCache(milliseconds, mostPeople),
  officers: new UserCache(milliseconds, mostPeople),
  desk: new UserCache(milliseconds, mostPeople),
  clauses: new UserCache(milliseconds, mostPeople)
});

/** What searches begin with, read as somebody and kept for them for a minute. */
export class Readings {
  /** @param sp reads on when a search is overtaken: the next one begins with the same */
  public constructor(
    private readonly kept: KeptReadings,
    private readonly sp: SPFI,
    private readonly sitePath: string,
    private readonly person: Person,
    private readonly now: Date
  ) {}

  /** Two requests. */
  public members(): Promise<MemberReading> {
    const { sp, sitePath } = this;
    return this.kept.members.of(this.person.id, async () => {
      const [directory, { places }] = await Promise.all([
        readDirectory(sp, sitePath),
        readBackground(sp, sitePath, britishDateOf(this.now))
      ]);
      const search = searchMembers(
        directory.members,
        (party) => directory.parties.get(party)?.spellings ?? [],
        ({ id }: Member) => places.byMember.get(id) ?? []
      );
      search.prepare();
      return { directory, places, search };
    });
  }

  /** One request, and one for each link of chains of covers. */
  public officers(): Promise<OfficerReading> {
    const { sp, sitePath } = this;
    return this.kept.officers.of(this.person.id, async () => {
      const directory = await readOfficerDirectory(sp, sitePath, britishDateOf(this.now));
      const search = searchDirectory(directory);
      search.prepare();
      return { directory, search };
    });
  }

  /** Who they are at the desk. One request. */
  public desk(): Promise<DeskStart> {
    const { sp, sitePath, person } = this;
    return this.kept.desk.of(person.id, () => readDeskStart(sp, sitePath, person.login, person.email));
  }

  /** The clauses of the current protocol; none where there is none. Two requests. */
  public clauses(): Promise<Clause[]> {
    const { sp, sitePath } = this;
    return this.kept.clauses.of(this.person.id, async () => {
      const current = currentOf((await readGuideStart(sp, sitePath)).versions);
      return current ? readClauses(sp, sitePath, current.id) : [];
    });
  }
}
