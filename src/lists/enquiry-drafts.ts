import type { ListDefinition } from './definition';

/** What the column State may say of a draft. */
export const draftState = { open: 'Open', sending: 'Sending' } as const;

/** Drafts are removed when they were left alone for so long. In days. */
export const draftLifetime = 30;

/** Enquiries that are not sent yet, with their documents. */
export const enquiryDrafts: ListDefinition = {
  title: 'EnquiryDrafts',
  url: 'Lists/EnquiryDrafts',
  kind: 'list',
  description: 'Enquiries that are not sent yet. Everybody sees their own. Personal data: those left alone for 30 days are to be deleted',
  titleColumn: 'Draft',
  ownRows: 'edited and deleted',
  columns: [
    // The author of a row cannot be indexed: people find their own drafts by this.
    { name: 'Writer', title: 'Written by', type: 'person', indexed: true },
    {
      name: 'SubmissionKey',
      title: 'Key',
      type: 'text',
      maxLength: 64,
      indexed: true,
      description: 'The enquiry that becomes of it has the same'
    },
    {
      name: 'State',
      title: 'State',
      type: 'choice',
      choices: [draftState.open, draftState.sending],
      defaultValue: draftState.open,
      indexed: true
    },
    { name: 'Claim', title: 'Sent by', type: 'text', maxLength: 64, description: 'Which window sends it, and since when' },
    { name: 'Answers', title: 'Answers', type: 'note', lines: 6, description: 'JSON. Kept by the enquiry form' },
    { name: 'Description', title: 'What happened', type: 'note', lines: 6 }
  ],
  views: [
    {
      title: 'Left alone for 30 days',
      columns: ['LinkTitle', 'Author', 'Modified'],
      query: `<Where><Lt><FieldRef Name="Modified" /><Value Type="DateTime"><Today OffsetDays="-${draftLifetime}" /></Value></Lt></Where><OrderBy><FieldRef Name="Modified" /></OrderBy>`,
      rowLimit: 100,
      isDefault: true
    }
  ]
};
