import * as React from 'react';
import useSWR from 'swr';
import { readDirectoryBackground, type DirectoryBackground } from '../../../../data/officers/background';
import { readCovers, readOfficer, readOfficerDirectory, readOfficersBeginning } from '../../../../data/officers/directory';
import { britishDateOf } from '../../../../domain/dates';
import { beginningsOf, searchDirectory } from '../../../../domain/officers/find';
import type { Officer, OfficerDirectory } from '../../../../domain/officers/officer';
import { readAgain, readOnce, slowAfter, startAgain } from '../../../../ui/reading';
import { addressWith, useAddressState } from '../../../../ui/useAddressState';
import { browseNames } from '../../settings';
import type { Common, OfficerDirectoryProps, OfficerDirectoryState } from './types';

/** Everything that the address of the page keeps. */
const parameters = ['ask', 'browse', 'letter', 'service', 'officer', 'health', 'corrections'] as const;
const screens = ['service', 'officer', 'health', 'corrections'] as const;
const noScreen: Record<string, undefined> = Object.fromEntries(screens.map((name) => [name, undefined]));

/** Officers beyond those that are known are asked for when typing pauses. In milliseconds. */
const typingPause = 250;
/** The search is made ready once the first screen stands. In milliseconds. */
const prepareAfter = 100;

const nobody: readonly Officer[] = [];

/** Holds what is asked and open, and works out what to show of the lists. */
export function useOfficerDirectory({ sp, sitePath, settings, firstService }: OfficerDirectoryProps): OfficerDirectoryState {
  const [address, change] = useAddressState('officer directory', parameters);
  React.useEffect(() => {
    // Once, when it is opened: whoever goes on from it sees all services.
    if (firstService !== undefined && Object.keys(address).length === 0) change({ service: String(firstService) }, 'replace');
  }, []);
  const [today] = React.useState(() => britishDateOf(new Date()));
  const [slow, setSlow] = React.useState(false);
  const reading = useSWR<OfficerDirectory, unknown>(['officer directory', sitePath], () => readOfficerDirectory(sp, sitePath, today), {
    ...readOnce,
    loadingTimeout: slowAfter,
    onLoadingSlow: () => setSlow(true)
  });
  const background = useSWR<DirectoryBackground, unknown>(
    ['officer directory background', sitePath],
    () => readDirectoryBackground(sp, sitePath),
    readOnce
  );
  const directory = reading.data;
  const { ask: question = '' } = address;
  const [settled, setSettled] = React.useState(question);
  React.useEffect(() => {
    const timer = window.setTimeout(() => setSettled(question), typingPause);
    return () => window.clearTimeout(timer);
  }, [question]);
  const beginnings = beginningsOf(settled).join(' ');
  const more = useSWR<Officer[], unknown>(
    directory && beginnings !== '' ? ['officers beginning', sitePath, beginnings] : null,
    () => readOfficersBeginning(sp, sitePath, beginnings.split(' ')),
    { ...readOnce, keepPreviousData: true }
  );
  const search = React.useMemo(() => (directory ? searchDirectory(directory) : undefined), [directory]);
  React.useEffect(() => {
    const timer = window.setTimeout(() => search?.prepare(), prepareAfter);
    return () => window.clearTimeout(timer);
  }, [search]);
  const others = beginnings === '' ? nobody : (more.data ?? nobody);
  const found = React.useMemo(() => search?.find(question, others) ?? { services: [], officers: [] }, [search, question, others]);

  const wantedOfficer = Number(address.officer ?? 0);
  const known = directory?.officers.get(wantedOfficer) ?? others.find(({ id }) => id === wantedOfficer);
  const single = useSWR<Officer | null, unknown>(
    directory && wantedOfficer > 0 && !known ? ['officer', sitePath, wantedOfficer] : null,
    async () => (await readOfficer(sp, sitePath, wantedOfficer)) ?? null,
    readOnce
  );

  const opened = known ?? single.data ?? undefined;
  // Whoever covers for an officer whom the directory does not hold is read with them.
  const covers = useSWR<Officer[], unknown>(
    directory && opened?.coverId !== undefined && !directory.officers.has(opened.coverId)
      ? ['covers', sitePath, opened.id, opened.coverId]
      : null,
    () => (directory && opened ? readCovers(sp, sitePath, opened, directory.officers) : []),
    readOnce
  );

  // On the first screen the focus is left where the page has it; on every later one it is led.
  const screen = screens.map((name) => address[name] ?? '').join(' ');
  const firstScreen = React.useRef(screen);
  const [moved, setMoved] = React.useState(false);
  if (!moved && screen !== firstScreen.current) setMoved(true);

  const retry = (): void => {
    setMoved(true);
    setSlow(false);
    for (const one of [reading, single]) if (one.error !== undefined) startAgain(one);
  };
  // What was read before stays on the screen when reading it again fails.
  if (!directory) return reading.error === undefined ? { kind: 'loading', slow } : { kind: 'problem', error: reading.error, retry };
  const goHome = (): void => change(noScreen);
  const common: Common = {
    directory,
    background: background.data,
    today,
    moved,
    officerAddress: ({ id }) => addressWith({ ...noScreen, officer: String(id) }),
    openOfficer: ({ id }) => change({ ...noScreen, officer: String(id) }),
    serviceAddress: ({ id }) => addressWith({ ...noScreen, service: String(id) }),
    openService: ({ id }) => change({ ...noScreen, service: String(id) }),
    homeAddress: addressWith(noScreen),
    isSearching: question.trim() !== '',
    goHome,
    changed: () => [reading, background, single, more].forEach(readAgain)
  };
  if (address.corrections !== undefined) return { kind: 'corrections', ...common };
  // For owners only; who is none sees the first screen.
  if (address.health !== undefined) {
    if (background.isLoading) return { kind: 'loading', slow: false };
    if (background.data?.isOwner) return { kind: 'health', ...common };
  }
  if (address.officer !== undefined) {
    if (opened) {
      const officers = new Map([...directory.officers, ...(covers.data ?? [opened]).map((one): [number, Officer] => [one.id, one])]);
      return { kind: 'officer', ...common, directory: { ...directory, officers }, officer: opened };
    }
    if (single.error !== undefined) return { kind: 'problem', error: single.error, retry };
    return single.isLoading ? { kind: 'loading', slow: false } : { kind: 'gone', what: 'officer', goHome };
  }
  if (address.service !== undefined) {
    const service = directory.services.find(({ id }) => String(id) === address.service);
    return service ? { kind: 'service', ...common, service } : { kind: 'gone', what: 'service', goHome };
  }
  return {
    kind: 'home',
    ...common,
    question,
    found,
    more:
      more.error !== undefined
        ? 'failed'
        : more.isLoading || (settled !== question && beginningsOf(question).length > 0)
          ? 'loading'
          : 'none',
    browse: browseNames.find((name) => name === address.browse) ?? settings.browse ?? 'services',
    letter: address.letter ?? '',
    setQuestion: (text) => change({ ask: text || undefined }, 'replace'),
    setBrowse: (name) => change({ browse: name === (settings.browse ?? 'services') ? undefined : name, letter: undefined }),
    setLetter: (letter) => change({ letter }),
    healthAddress: addressWith({ ...noScreen, health: 'open' }),
    openHealth: () => change({ ...noScreen, health: 'open' }),
    correctionsAddress: addressWith({ ...noScreen, corrections: 'open' }),
    openCorrections: () => change({ ...noScreen, corrections: 'open' })
  };
}
