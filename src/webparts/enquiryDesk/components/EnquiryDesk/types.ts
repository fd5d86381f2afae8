import type { DeskAccess } from '../../../../data/desk/access';
import type { DeskSource } from '../../../../data/desk/act';
import type { DeskStart } from '../../../../data/desk/start';
import type { HostProps } from '../../../MemberlinkWebPart';
import type { EnquiryDeskSettings } from '../../settings';

/** What the web part hands to its screen. */
export interface EnquiryDeskProps extends HostProps {
  settings: EnquiryDeskSettings;
  /** What narrows queues until somebody chooses something else. */
  first?: Pick<Address, 'ward' | 'service'>;
}

/** Parameters of the page's address. */
export const parameters = [
  ...(['enquiry', 'queue', 'member', 'ward', 'service', 'kind', 'state', 'from', 'to', 'sort', 'find', 'view', 'by'] as const)
];
/** Pages for site collection administrators. */
export const ownersViews: readonly string[] = ['retention', 'held', 'hand-over'];
export type Parameter = (typeof parameters)[number];
export type Address = Partial<Record<Parameter, string>>;

/** What every screen of the desk is given. */
export interface DeskContext {
  props: EnquiryDeskProps;
  source: DeskSource;
  start: DeskStart;
  access: DeskAccess;
  address: Address;
  /** The address of the page with some parameters changed, for links. */
  addressOf(changes: Address): string;
  /** Goes to another screen. */
  go(changes: Partial<Record<Parameter, string | undefined>>, entry?: 'push' | 'replace'): void;
  /** The screen changed since the page opened, so the focus has to be led. */
  moved: boolean;
  now(): Date;
}

/** What the web part shows. */
export type DeskState =
  | { kind: 'loading'; slow: boolean }
  | { kind: 'problem'; error: unknown; retry(): void }
  /** Neither a member, nor anybody who handles enquiries. */
  | { kind: 'nothing here' }
  | { kind: 'desk'; context: DeskContext };
