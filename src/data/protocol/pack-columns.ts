import { protocolParts } from '../../lists/protocols';

/** A value of a column, as a pack and an import know it: dates as dates, nothing as null. */
export type Plain = string | number | null;
export type PlainRow = Record<string, Plain>;
/** A row as SharePoint answers it. */
export type Row = Record<string, unknown>;

export type ColumnKind = 'text' | 'number' | 'date';
export const partNames = Object.keys(protocolParts) as (keyof typeof protocolParts)[];
/** Columns of standards, by what a pack calls them. */
export const standardNames = {
  acknowledge: 'AcknowledgeDays',
  reply: 'ReplyDays',
  keepOpen: 'KeepOpenDays',
  extension: 'ExtensionDays',
  dayEnds: 'DayEnds'
} as const;
export type StandardName = keyof typeof standardNames;
const standardKinds: Record<(typeof standardNames)[StandardName], ColumnKind> = {
  ...{ AcknowledgeDays: 'number', ReplyDays: 'number', KeepOpenDays: 'number', ExtensionDays: 'number', DayEnds: 'text' }
};
const textColumns = (names: readonly string[]): Record<string, ColumnKind> => Object.fromEntries(names.map((name) => [name, 'text']));

/** The columns that a pack fills, by list. */
export const packColumns = {
  protocol: {
    ...textColumns(['Title', 'Council', 'Version']),
    ...{ Adopted: 'date', NextReview: 'date' },
    RetentionMonths: 'number',
    ...textColumns(['OwnerRole', 'Nation', ...Object.values(protocolParts), 'Sources']),
    ...standardKinds
  },
  clause: { ...textColumns(['Title', 'Number', 'Text', 'SpeaksTo', 'Topics', 'Source']), Position: 'number' },
  kind: {
    ...textColumns(['Title', 'KindId', 'Guidance', 'AskedBy', 'Clauses', 'Questions', 'DeclineGrounds', 'Sources']),
    ...{ Position: 'number', NoticeDays: 'number' },
    ...standardKinds
  }
} as const satisfies Record<string, Record<string, ColumnKind>>;
export type PackList = keyof typeof packColumns;
