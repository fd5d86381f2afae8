import type { DirectoryBackground } from '../../../../data/officers/background';
import type { PlainDate } from '../../../../domain/members/term';
import type { Found } from '../../../../domain/officers/find';
import type { Officer, OfficerDirectory, Service } from '../../../../domain/officers/officer';
import type { HostProps } from '../../../MemberlinkWebPart';
import type { BrowseName, OfficerDirectorySettings } from '../../settings';

/** What the web part hands to its screen. */
export interface OfficerDirectoryProps extends HostProps {
  /** ID of the service that is open until somebody opens something else. */
  firstService?: number | undefined;
  settings: OfficerDirectorySettings;
}

/** What every screen of the directory needs. */
export interface Common {
  directory: OfficerDirectory;
  background: DirectoryBackground | undefined;
  today: PlainDate;
  /** The reader came here from another screen of this web part, so the focus has to be led. */
  moved: boolean;
  officerAddress(officer: Pick<Officer, 'id'>): string;
  openOfficer(officer: Pick<Officer, 'id'>): void;
  serviceAddress(service: Pick<Service, 'id'>): string;
  openService(service: Pick<Service, 'id'>): void;
  /** Address of the first screen, with its search. */
  homeAddress: string;
  /** Whether the first screen shows what a search found. */
  isSearching: boolean;
  goHome(): void;
  /** The lists changed: they are read again. */
  changed(): void;
}

/** The first screen: search and browse. */
export interface HomeState extends Common {
  question: string;
  found: Found;
  /** Officers whom the directory does not hold are being asked for, or could not be. */
  more: 'none' | 'loading' | 'failed';
  browse: BrowseName;
  letter: string;
  setQuestion(question: string): void;
  setBrowse(name: BrowseName): void;
  setLetter(letter: string): void;
  healthAddress: string;
  openHealth(): void;
  correctionsAddress: string;
  openCorrections(): void;
}

/** What the screen shows. */
export type OfficerDirectoryState =
  | { kind: 'loading'; slow: boolean }
  | { kind: 'problem'; error: unknown; retry: () => void }
  | ({ kind: 'home' } & HomeState)
  | ({ kind: 'service'; service: Service } & Common)
  | ({ kind: 'officer'; officer: Officer } & Common)
  | { kind: 'gone'; what: 'officer' | 'service'; goHome: () => void }
  | ({ kind: 'health' } & Common)
  | ({ kind: 'corrections' } & Common);
