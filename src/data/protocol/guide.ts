import type { SPFI } from '@pnp/sp';
import '@pnp/sp/site-users/web';
import type { Clause, ProtocolVersion } from '../../domain/protocol/protocol';
import { enquiryKinds as kindList } from '../../lists/enquiry-kinds';
import { protocolClauses as clauseList } from '../../lists/protocol-clauses';
import { protocols as protocolList, protocolState } from '../../lists/protocols';
import { allAtOnce, readTogether, type SitePath } from '../batch';
import { toDate, toLines, toText } from '../values';
import { packColumns, type Row } from './pack-columns';

type Items = ReturnType<SPFI['web']['getList']>['items'];

interface VersionRow {
  Id: number;
  Title: string | null;
  Council: string | null;
  Version: string | null;
  State: string | null;
  Adopted: string | null;
  NextReview: string | null;
  OwnerRole: string | null;
}

function toVersion(row: VersionRow): ProtocolVersion {
  const [adopted, nextReview] = [toDate(row.Adopted), toDate(row.NextReview)];
  return {
    id: row.Id,
    title: toText(row.Title),
    council: toText(row.Council),
    version: toText(row.Version),
    isCurrent: row.State === protocolState.current,
    ...(adopted === undefined ? {} : { adopted }),
    ...(nextReview === undefined ? {} : { nextReview }),
    ownerRole: toText(row.OwnerRole)
  };
}

/** The versions of the protocol, and who asks for them. */
export interface GuideStart {
  /** Those that are being loaded are left out. */
  versions: ProtocolVersion[];
  /** The reader's ID on the site. */
  userId: number;
}

/** Reads the versions of the protocol, and who the reader is. One request. */
export async function readGuideStart(sp: SPFI, sitePath: SitePath): Promise<GuideStart> {
  const [rows, { Id: userId }] = await readTogether<[VersionRow[], { Id: number }]>(
    sp,
    sitePath,
    ({ items, add, web }) => [
      add(
        protocolList,
        items(protocolList)
          .select('Id', 'Title', 'Council', 'Version', 'State', 'Adopted', 'NextReview', 'OwnerRole')
          .filter(`State eq '${protocolState.current}' or State eq '${protocolState.earlier}'`)
          .top(allAtOnce)<VersionRow[]>()
      ),
      add(protocolList, web.currentUser.select('Id')<{ Id: number }>())
    ],
    protocolList
  );
  return { versions: rows.map(toVersion), userId };
}

const byPosition = (a: Row, b: Row): number => Number(a.Position ?? 0) - Number(b.Position ?? 0) || Number(a.Id) - Number(b.Id);

const toClause = (row: Row): Clause => ({
  id: Number(row.Id),
  number: toText(row.Number as string | null),
  heading: toText(row.Title as string | null),
  text: toText(row.Text as string | null),
  speaksTo: toText(row.SpeaksTo as string | null)
    .split(',')
    .map((role) => role.trim())
    .filter((role) => role !== ''),
  topics: toLines(row.Topics as string | null),
  source: toText(row.Source as string | null)
});

/** Asks for the clauses or kinds of a version. */
const partsOf = (items: Items, list: 'clause' | 'kind', versionId: number): Promise<Row[]> =>
  items
    .select('Id', ...Object.keys(packColumns[list]))
    .filter(`ProtocolId eq ${versionId}`)
    .top(allAtOnce)<Row[]>();

/** Reads the clauses of a version, in their order. One request. */
export async function readClauses(sp: SPFI, sitePath: SitePath, versionId: number): Promise<Clause[]> {
  const [rows] = await readTogether<[Row[]]>(
    sp,
    sitePath,
    ({ items, add }) => [add(clauseList, partsOf(items(clauseList), 'clause', versionId))],
    clauseList
  );
  return rows.sort(byPosition).map(toClause);
}

/** The rows of a version as the lists have them. */
export interface VersionRows {
  protocol: Row;
  clauses: Row[];
  kinds: Row[];
}

/** Reads all of a version: what is in the lists, for `packFromRows`. One request. */
export async function readVersionRows(sp: SPFI, sitePath: SitePath, versionId: number): Promise<VersionRows | undefined> {
  const [protocols, clauses, kinds] = await readTogether<[Row[], Row[], Row[]]>(
    sp,
    sitePath,
    ({ items, add }) => [
      add(
        protocolList,
        items(protocolList)
          .select('Id', ...Object.keys(packColumns.protocol))
          .filter(`Id eq ${versionId}`)<Row[]>()
      ),
      add(clauseList, partsOf(items(clauseList), 'clause', versionId)),
      add(kindList, partsOf(items(kindList), 'kind', versionId))
    ],
    protocolList
  );
  const [protocol] = protocols;
  return protocol && { protocol, clauses: clauses.sort(byPosition), kinds: kinds.sort(byPosition) };
}
