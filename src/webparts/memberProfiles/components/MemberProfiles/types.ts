import type { IReadonlyTheme } from '@microsoft/sp-component-base';
import type { SPFI } from '@pnp/sp';
import type { DataProblem } from '../../../../data/errors';
import type { Directory, Member } from '../../../../domain/members/member';

/** What the web part hands to its screen. */
export interface MemberProfilesProps {
  sp: SPFI;
  /** Server-relative address of the site. */
  sitePath: string;
  theme: IReadonlyTheme | undefined;
}

/** What the screen shows. */
export type MemberProfilesState =
  | { kind: 'loading'; slow: boolean }
  | { kind: 'problem'; problem: DataProblem; retry: () => void }
  | {
      kind: 'list';
      directory: Directory;
      found: Member[];
      query: string;
      setQuery: (query: string) => void;
      open: (member: Member) => void;
      lastOpened: number | undefined;
      /** The reader came here from another screen of this web part, so the focus has to be led. */
      moved: boolean;
    }
  | { kind: 'profile'; directory: Directory; member: Member; moved: boolean; close: () => void }
  | { kind: 'not found'; close: () => void };
