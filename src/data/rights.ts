/** A permission mask as SharePoint gives it: two halves of 32 bits, as texts. */
export interface PermissionMask {
  High: string;
  Low: string;
}

/** No rights at all. */
export const noPermissions: PermissionMask = { High: '0', Low: '0' };

/** "Override List Behaviors": passes over item-level security. SharePoint calls the bit CancelCheckout. */
export const overrideListBehaviours = 0x100;
export const addListItems = 0x2;
export const editListItems = 0x4;
export const deleteListItems = 0x8;

const has = (mask: PermissionMask, bits: number): boolean => (Number(mask.Low) & bits) >>> 0 === bits;

/** Whether somebody sees and edits all rows of a list in which everybody sees their own only. */
export const mayReview = (mask: PermissionMask): boolean => has(mask, editListItems | overrideListBehaviours);

/** Whether somebody may add and edit rows. */
export const mayWrite = (mask: PermissionMask): boolean => has(mask, addListItems | editListItems);
