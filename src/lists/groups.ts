/** A SharePoint group of Memberlink. */
export interface GroupDefinition {
  title: string;
  description: string;
  /** SharePoint's permission level on the site. */
  level: 'Edit' | 'Read';
  /** Everybody who reads the site may know who is in it: screens tell by it for whom somebody acts. */
  membersShown?: boolean;
}

/** The groups' titles. They are part of the product: documents and code name them. */
export const groupTitles = {
  members: 'Memberlink Members',
  support: 'Memberlink Member Support',
  liaison: 'Memberlink Liaison Officers',
  handlers: 'Memberlink Enquiry Handlers',
  restricted: 'Memberlink Restricted Enquiries',
  owners: 'Memberlink Owners'
} as const;
export type GroupName = keyof typeof groupTitles;

/** The groups that decide who may do what. */
export const groups: readonly GroupDefinition[] = [
  { title: groupTitles.members, description: 'The elected members', level: 'Read' },
  { title: groupTitles.support, description: 'Officers who raise enquiries for members', level: 'Read', membersShown: true },
  {
    title: groupTitles.liaison,
    description: 'Councillor Liaison Officers: take in enquiries for a service',
    level: 'Read',
    membersShown: true
  },
  { title: groupTitles.handlers, description: 'Officers who answer enquiries', level: 'Read', membersShown: true },
  {
    title: groupTitles.restricted,
    description: 'The Monitoring Officer and whom they name: see restricted enquiries',
    level: 'Read',
    membersShown: true
  },
  { title: groupTitles.owners, description: 'Democratic services: keep the lists right', level: 'Edit' }
];
