import { appointments } from './appointments';
import { bodies } from './bodies';
import { closureDays } from './closure-days';
import { corrections } from './corrections';
import type { ListDefinition } from './definition';
import { enquiries } from './enquiries';
import { enquiryDocuments } from './enquiry-documents';
import { enquiryDrafts } from './enquiry-drafts';
import { enquiryKinds } from './enquiry-kinds';
import { enquiryMessages } from './enquiry-messages';
import { enquiryRemovals } from './enquiry-removals';
import { memberPhotos } from './member-photos';
import { members } from './members';
import { officerNotes } from './officer-notes';
import { officerPhotos } from './officer-photos';
import { officers } from './officers';
import { parties } from './parties';
import { protocolAcknowledgements } from './protocol-acknowledgements';
import { protocolClauses } from './protocol-clauses';
import { protocols } from './protocols';
import { services } from './services';
import { wards } from './wards';

export { appointments, bodies, closureDays, corrections, enquiryKinds, memberPhotos, members, officerPhotos, officers };
export { enquiries, enquiryDocuments, enquiryDrafts, enquiryMessages, enquiryRemovals, officerNotes };
export { parties, protocolAcknowledgements, protocolClauses, protocols, services, wards };
export { comers, levels } from './access';
export type { Audience, FolderAccess, LevelDefinition, LevelName } from './access';
export { groups, groupTitles } from './groups';
export type { GroupDefinition, GroupName } from './groups';
export type { ColumnDefinition, ListDefinition, Rule, ViewDefinition } from './definition';

/** The lists in which the folder of a row is its audience. */
export const enquiryLists: readonly ListDefinition[] = [enquiries, enquiryMessages, enquiryDocuments, officerNotes];

/** All lists of Memberlink. */
export const allLists: readonly ListDefinition[] = [
  ...[wards, parties, members, bodies, appointments, memberPhotos],
  ...[services, officers, officerPhotos, closureDays],
  ...[protocols, protocolClauses, protocolAcknowledgements, enquiryKinds],
  ...[corrections, enquiryDrafts, ...enquiryLists, enquiryRemovals]
];
