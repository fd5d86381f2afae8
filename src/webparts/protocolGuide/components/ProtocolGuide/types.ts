import type { GuideBackground } from '../../../../data/protocol/background';
import type { RightParts } from '../../../../data/protocol/parts';
import type { PlainDate } from '../../../../domain/members/term';
import type { Clause, ProtocolVersion } from '../../../../domain/protocol/protocol';
import type { HostProps } from '../../../MemberlinkWebPart';
import type { ProtocolGuideSettings } from '../../settings';

/** What the web part hands to its screen. */
export interface ProtocolGuideProps extends HostProps {
  settings: ProtocolGuideSettings;
}

/** Screens beside the first one and a clause. */
export const guideScreens = ['roles', 'expect', 'wrong', 'whole', 'changes', 'reading', 'readers', 'faults', 'suggestions'] as const;
export type GuideScreen = (typeof guideScreens)[number];

/** A screen of the guide: which, and for whom. */
export interface Place {
  screen?: GuideScreen | undefined;
  role?: string | undefined;
  clause?: string | undefined;
  /** Of the whole protocol, the section to begin with. */
  section?: string | undefined;
  /** Beside a clause, whether the form for suggestions is open. */
  suggesting?: boolean | undefined;
}

/** What the screens need that show more than clauses: it is read when one of them opens. */
export type PartsState =
  { kind: 'loading' } | { kind: 'problem'; error: unknown; retry: () => void } | { kind: 'ready'; parts: RightParts };

/** What every screen of the guide needs. */
export interface Common {
  version: ProtocolVersion;
  versions: readonly ProtocolVersion[];
  clauses: readonly Clause[];
  /** The reader's ID on the site. */
  userId: number;
  background: GuideBackground | undefined;
  /** Why it could not be read. */
  backgroundProblem: { error: unknown; retry: () => void } | undefined;
  parts: PartsState;
  today: PlainDate;
  /** The reader came here from another screen of this web part, so the focus has to be led. */
  moved: boolean;
  /** The first screen with its search, and whether that shows what was found. */
  isSearching: boolean;
  addressOf(place: Place): string;
  open(place: Place): void;
  versionAddress(version: ProtocolVersion): string;
  openVersion(version: ProtocolVersion): void;
  /** The lists changed: they are read again. */
  changed(): void;
}

/** The first screen: search, roles, all clauses. */
export interface HomeState extends Common {
  question: string;
  found: readonly Clause[];
  setQuestion(question: string): void;
}

/** What the screen shows. */
export type ProtocolGuideState =
  | { kind: 'loading'; slow: boolean }
  | { kind: 'problem'; error: unknown; retry: () => void }
  | { kind: 'empty' }
  | { kind: 'gone'; what: 'version' | 'clause'; number: string; goHome: () => void }
  | ({ kind: 'home' } & HomeState)
  | ({ kind: 'clause'; clause: Clause; suggesting: boolean } & Common)
  | ({ kind: 'screen'; screen: GuideScreen; role: string | undefined; section: string | undefined } & Common);

/** A screen that is opened by its name. */
export type ScreenState = Extract<ProtocolGuideState, { kind: 'screen' }>;
