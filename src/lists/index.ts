import { appointments } from './appointments';
import { bodies } from './bodies';
import { closureDays } from './closure-days';
import { corrections } from './corrections';
import type { ListDefinition } from './definition';
import { enquiryKinds } from './enquiry-kinds';
import { memberPhotos } from './member-photos';
import { members } from './members';
import { officerPhotos } from './officer-photos';
import { officers } from './officers';
import { parties } from './parties';
import { protocolAcknowledgements } from './protocol-acknowledgements';
import { protocolClauses } from './protocol-clauses';
import { protocols } from './protocols';
import { services } from './services';
import { wards } from './wards';

export { appointments, bodies, closureDays, corrections, enquiryKinds, memberPhotos, members, officerPhotos, officers };
export { parties, protocolAcknowledgements, protocolClauses, protocols, services, wards };
export type { ColumnDefinition, ListDefinition, Rule, ViewDefinition } from './definition';

/** All lists of Memberlink. */
export const allLists: readonly ListDefinition[] = [
  ...[wards, parties, members, bodies, appointments, memberPhotos],
  ...[services, officers, officerPhotos, closureDays],
  ...[protocols, protocolClauses, protocolAcknowledgements, enquiryKinds],
  corrections
];

/** A SharePoint group of Memberlink. */
export interface GroupDefinition {
  title: string;
  description: string;
  /** SharePoint's permission level on the site. */
  level: 'Edit' | 'Read';
}

/** The groups that decide who may do what. Their titles are part of the product: documents and code name them. */
export const groups: readonly GroupDefinition[] = [
  { title: 'Memberlink Members', description: 'The elected members', level: 'Read' },
  { title: 'Memberlink Member Support', description: 'Officers who raise enquiries for members', level: 'Read' },
  { title: 'Memberlink Liaison Officers', description: 'Councillor Liaison Officers: take in enquiries for a service', level: 'Read' },
  { title: 'Memberlink Enquiry Handlers', description: 'Officers who answer enquiries', level: 'Read' },
  {
    title: 'Memberlink Restricted Enquiries',
    description: 'The Monitoring Officer and whom they name: see restricted enquiries',
    level: 'Read'
  },
  { title: 'Memberlink Owners', description: 'Democratic services: keep the lists right', level: 'Edit' }
];
