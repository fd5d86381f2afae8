/**
 * The folder of an enquiry is its audience: who may see what is in it. Enquiries, messages, documents and officers' notes
 * stand in folders of the same name, each in its own list.
 */
export type EnquiryFolder =
  /** The member, Member Support, and all who handle enquiries. */
  | { kind: 'member'; memberId: number }
  /** The member, and the Monitoring Officer and whom they name. */
  | { kind: 'restricted'; memberId: number }
  /** All members of the ward, Member Support, and all who handle enquiries. */
  | { kind: 'ward'; wardId: number };

/** Where a folder is below the root of its list: "member-12", "member-12/restricted", "ward-3". IDs are those of Members and Wards. */
export function folderPath(folder: EnquiryFolder): string {
  if (folder.kind === 'ward') return `ward-${folder.wardId}`;
  return folder.kind === 'member' ? `member-${folder.memberId}` : `member-${folder.memberId}/restricted`;
}

/** The folder at a path below the root of a list; undefined for anything else. */
export function folderAt(path: string): EnquiryFolder | undefined {
  const match = /^(?:member-([1-9]\d{0,9})(\/restricted)?|ward-([1-9]\d{0,9}))$/.exec(path);
  if (!match) return undefined;
  const [, member, restricted, ward] = match;
  if (ward !== undefined) return { kind: 'ward', wardId: Number(ward) };
  return { kind: restricted === undefined ? 'member' : 'restricted', memberId: Number(member) };
}
