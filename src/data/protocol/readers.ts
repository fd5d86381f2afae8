import type { SPFI } from '@pnp/sp';
import '@pnp/sp/site-groups/web';
import {
  readingByGroup,
  type NamedAcknowledgement,
  type GroupReading,
  type OtherReader,
  type ReaderGroup
} from '../../domain/protocol/acknowledgement';
import { groups as memberlinkGroups } from '../../lists';
import { protocolAcknowledgements as acknowledgementList } from '../../lists/protocol-acknowledgements';
import type { SitePath } from '../batch';
import { toDataError } from '../errors';
import { ListRows } from '../list-rows';

interface GroupRow {
  Title: string;
  Users?: { Id: number; Title: string; PrincipalType: number }[];
}

interface AcknowledgementRow extends Record<string, unknown> {
  ProtocolId: number;
  Author: { Id: number; Title: string };
  Created: string;
}

/** SharePoint's number for a single person; others are groups of Microsoft 365. */
const person = 1;

/** Who has read a version, and who has not. */
export interface Reading {
  groups: GroupReading[];
  /** Readers who are in none of the groups themselves. */
  others: OtherReader[];
}

/** How many of each of Memberlink's groups have read a version, and who has not. One request, and one per 1,000 acknowledgements. */
export async function readReading(sp: SPFI, sitePath: SitePath, versionId: number): Promise<Reading> {
  const [groupRows, rows] = await Promise.all([
    sp.web.siteGroups
      .select('Title', 'Users/Id', 'Users/Title', 'Users/PrincipalType')
      .expand('Users')<GroupRow[]>()
      .catch((error: unknown) => {
        throw toDataError(error, acknowledgementList.title);
      }),
    new ListRows(sp, sitePath).all<AcknowledgementRow>(
      acknowledgementList,
      ['Id', 'ProtocolId', 'Author/Id', 'Author/Title', 'Created'],
      ['Author']
    )
  ]);
  const acknowledgements = rows.map(({ ProtocolId, Author, Created }): NamedAcknowledgement => ({
    ...{ protocolId: ProtocolId, userId: Author.Id, name: Author.Title },
    read: new Date(Created)
  }));
  const groups = memberlinkGroups.flatMap(({ title }): ReaderGroup[] => {
    const row = groupRows.find(({ Title }) => Title.toLowerCase() === title.toLowerCase());
    if (!row) return [];
    const users = row.Users ?? [];
    return [
      {
        title,
        readers: users.filter(({ PrincipalType }) => PrincipalType === person).map(({ Id, Title }) => ({ id: Id, name: Title })),
        nested: users.filter(({ PrincipalType }) => PrincipalType !== person).map(({ Title }) => Title)
      }
    ];
  });
  return readingByGroup(groups, acknowledgements, versionId);
}
