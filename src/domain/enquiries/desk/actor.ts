import type { Actor } from '../life/transitions';
import type { DeskMember } from './people';
import type { EnquirySummary } from './summary';

/** What somebody may do at the desk, by SharePoint's permissions. */
export interface DeskRights {
  handles: boolean;
  restricts: boolean;
  supports: boolean;
}

/** As whom somebody acts on an enquiry; undefined for who only sees it. */
export function actorOf(
  { member, folder }: Pick<EnquirySummary, 'member' | 'folder'>,
  self: DeskMember | undefined,
  { handles, restricts, supports }: DeskRights
): Actor | undefined {
  if (restricts) return 'restricted';
  if (handles) return 'handler';
  if (self && member?.id === self.id) return 'member';
  if (self && folder.kind === 'ward' && folder.wardId === self.wardId) return 'colleague';
  return supports ? 'support' : undefined;
}
