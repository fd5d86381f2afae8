import type { SPFI } from '@pnp/sp';
import '@pnp/sp/batching';
import '@pnp/sp/items';
import '@pnp/sp/lists';
import '@pnp/sp/webs';
import { bySurname, type Directory, type Member } from '../../domain/members/member';
import { neutralColour } from '../../domain/members/partyColour';
import { memberStatus, members as memberList } from '../../lists/members';
import { parties as partyList } from '../../lists/parties';
import { wards as wardList } from '../../lists/wards';
import type { ListDefinition } from '../../lists/definition';
import { toDataError } from '../errors';
import { toDate, toLines, toText, type LinkValue } from '../values';

interface MemberRow {
  Id: number;
  Title: string | null;
  Surname: string | null;
  KnownAs: string | null;
  HonorificTitle: string | null;
  Honours: string | null;
  Ward?: { Id: number; Title: string } | null;
  Party: string | null;
  Email: string | null;
  Phone: string | null;
  PreferredContact: string | null;
  CabinetRoles: string | null;
  Responsibilities: string | null;
  Surgeries: string | null;
  Skills: string | null;
  TermStart: string | null;
  TermEnd: string | null;
  Photo: LinkValue | null;
}

interface WardRow {
  Id: number;
  Title: string | null;
  Vacancies: number | null;
}

interface PartyRow {
  Title: string | null;
  Colour: string | null;
  Spellings: string | null;
}

const memberColumns = [
  'Id',
  'Title',
  'Surname',
  'KnownAs',
  'HonorificTitle',
  'Honours',
  'Ward/Id',
  'Ward/Title',
  'Party',
  'Email',
  'Phone',
  'PreferredContact',
  'CabinetRoles',
  'Responsibilities',
  'Surgeries',
  'Skills',
  'TermStart',
  'TermEnd',
  'Photo'
];

const toMember = (row: MemberRow): Member => {
  const start = toDate(row.TermStart);
  const end = toDate(row.TermEnd);
  return {
    id: row.Id,
    name: toText(row.Title),
    surname: toText(row.Surname),
    knownAs: toText(row.KnownAs),
    title: toText(row.HonorificTitle),
    honours: toText(row.Honours),
    ...(row.Ward ? { ward: { id: row.Ward.Id, name: row.Ward.Title } } : {}),
    party: toText(row.Party),
    email: toText(row.Email),
    phone: toText(row.Phone),
    preferredContact: toText(row.PreferredContact),
    cabinetRoles: toLines(row.CabinetRoles),
    responsibilities: toLines(row.Responsibilities),
    surgeries: toText(row.Surgeries),
    skills: toLines(row.Skills),
    term: { ...(start ? { start } : {}), ...(end ? { end } : {}) },
    photo: row.Photo?.Url ?? ''
  };
};

/** The most rows that SharePoint gives at once; no council comes near it. */
const allAtOnce = 5000;

/** Where the site is, for addresses of lists: server-relative, for example /sites/members. */
export type SitePath = string;

/**
 * Reads the serving members with their wards, and the colours of parties. One request (a batch of three).
 *
 * @throws DataError that names the list or column that is missing
 */
export async function readDirectory(sp: SPFI, sitePath: SitePath): Promise<Directory> {
  const [batch, execute] = sp.batched();
  const items = (list: ListDefinition): ReturnType<typeof batch.web.getList>['items'] => batch.web.getList(`${sitePath}/${list.url}`).items;
  const read = <T>(list: ListDefinition, request: Promise<T>): Promise<T> =>
    request.catch((error: unknown) => {
      throw toDataError(error, list.title);
    });
  const wardRequest = read(wardList, items(wardList).select('Id', 'Title', 'Vacancies').top(allAtOnce)<WardRow[]>());
  const partyRequest = read(partyList, items(partyList).select('Title', 'Colour', 'Spellings').top(allAtOnce)<PartyRow[]>());
  const memberRequest = read(
    memberList,
    items(memberList)
      .select(...memberColumns)
      .expand('Ward')
      .filter(`Status eq '${memberStatus.serving}'`)
      .top(allAtOnce)<MemberRow[]>()
  );
  // Without the list of wards SharePoint refuses the members too, because they look it up: the cause is named first.
  const parts = Promise.allSettled([wardRequest, partyRequest, memberRequest]).then(() =>
    Promise.all([wardRequest, partyRequest, memberRequest])
  );
  // Parts of a batch that fails as a whole never settle, so its own failure has to end the wait.
  const [, [wardRows, partyRows, memberRows]] = await Promise.all([execute(), parts]).catch((error: unknown) => {
    throw toDataError(error, memberList.title);
  });
  return {
    members: memberRows.map(toMember).sort(bySurname),
    wards: wardRows.map((row) => ({ id: row.Id, name: toText(row.Title), vacancies: row.Vacancies ?? 0 })),
    parties: new Map(
      partyRows.map(({ Title, Colour, Spellings }) => [
        toText(Title),
        { colour: /^#[0-9a-f]{6}$/i.test(Colour ?? '') ? String(Colour) : neutralColour, spellings: toLines(Spellings) }
      ])
    )
  };
}
