import * as React from 'react';
import useSWR from 'swr';
import { readGuideBackground, type GuideBackground } from '../../../../data/protocol/background';
import { readClauses, readGuideStart, type GuideStart } from '../../../../data/protocol/guide';
import type { RightParts } from '../../../../data/protocol/parts';
import { britishDateOf } from '../../../../domain/dates';
import { currentOf, type Clause } from '../../../../domain/protocol/protocol';
import { searchClauses } from '../../../../domain/protocol/search';
import { readAgain, readOnce, slowAfter, startAgain } from '../../../../ui/reading';
import { addressWith, useAddressState } from '../../../../ui/useAddressState';
import { guideScreens, type Common, type PartsState, type Place, type ProtocolGuideProps, type ProtocolGuideState } from './types';

/** Everything that the address of the page keeps. */
const parameters = ['question', 'version', 'clause', 'guide', 'role', 'section', 'suggest'] as const;
const noPlace = { clause: undefined, guide: undefined, role: undefined, section: undefined, suggest: undefined };

/** The search is made ready once the first screen stands. In milliseconds. */
const prepareAfter = 100;

const parametersOf = ({ screen, role, clause, section, suggesting }: Place): Record<keyof typeof noPlace, string | undefined> => ({
  guide: screen,
  role,
  clause,
  section,
  suggest: suggesting ? 'open' : undefined
});

/** Screens that need more than clauses. */
const needsParts: readonly string[] = ['roles', 'expect', 'wrong', 'whole', 'reading', 'faults'];

/** Holds what is asked and open, and works out what to show of the lists. */
export function useProtocolGuide({ sp, sitePath }: ProtocolGuideProps): ProtocolGuideState {
  const [address, change] = useAddressState('protocol guide', parameters);
  const [today] = React.useState(() => britishDateOf(new Date()));
  const [slow, setSlow] = React.useState(false);
  const onSlow = { ...readOnce, loadingTimeout: slowAfter, onLoadingSlow: () => setSlow(true) };
  const start = useSWR<GuideStart, unknown>(['protocol versions', sitePath], () => readGuideStart(sp, sitePath), onSlow);
  const versions = start.data?.versions;
  const current = versions && currentOf(versions);
  const version = address.version === undefined ? current : versions?.find(({ id }) => String(id) === address.version);
  const id = version?.id;
  const clauses = useSWR<Clause[], unknown>(
    id === undefined ? null : ['clauses', sitePath, id],
    () => readClauses(sp, sitePath, id ?? 0),
    onSlow
  );
  const background = useSWR<GuideBackground, unknown>(
    id === undefined ? null : ['protocol background', sitePath, id],
    () => readGuideBackground(sp, sitePath, id ?? 0, start.data?.userId ?? 0),
    readOnce
  );
  const screen = guideScreens.find((name) => name === address.guide);
  const wantsParts = needsParts.includes(screen ?? '') || background.data?.isOwner === true;
  const parts = useSWR<RightParts | undefined, unknown>(
    // The clauses stand first.
    id !== undefined && clauses.data && wantsParts ? ['protocol parts', sitePath, id] : null,
    async () => (await import(/* webpackChunkName: 'protocol-parts' */ '../../../../data/protocol/parts')).readParts(sp, sitePath, id ?? 0),
    readOnce
  );

  const { question = '' } = address;
  const search = React.useMemo(() => (clauses.data ? searchClauses(clauses.data) : undefined), [clauses.data]);
  React.useEffect(() => {
    const timer = window.setTimeout(() => search?.prepare(), prepareAfter);
    return () => window.clearTimeout(timer);
  }, [search]);
  const found = React.useMemo(() => search?.find(question) ?? [], [search, question]);

  // On the first screen the focus is left where the page has it; on every later one it is led.
  const place = [address.version, address.clause, screen, address.role].join(' ');
  const firstPlace = React.useRef(place);
  const [moved, setMoved] = React.useState(false);
  if (!moved && place !== firstPlace.current) setMoved(true);

  const retry = (): void => {
    setMoved(true);
    setSlow(false);
    for (const one of [start, clauses, parts]) if (one.error !== undefined) startAgain(one);
  };
  const goHome = (): void => change({ ...noPlace, version: undefined });
  if (!start.data || !versions)
    return start.error === undefined ? { kind: 'loading', slow } : { kind: 'problem', error: start.error, retry };
  if (!version) return address.version === undefined ? { kind: 'empty' } : { kind: 'gone', what: 'version', number: '', goHome };
  if (!clauses.data) return clauses.error === undefined ? { kind: 'loading', slow } : { kind: 'problem', error: clauses.error, retry };

  const partsState = (): PartsState => {
    if (parts.data) return { kind: 'ready', parts: parts.data };
    return parts.error === undefined ? { kind: 'loading' } : { kind: 'problem', error: parts.error, retry };
  };
  const common: Common = {
    version,
    versions,
    userId: start.data.userId,
    clauses: clauses.data,
    background: background.data,
    backgroundProblem: background.error === undefined ? undefined : { error: background.error, retry: () => startAgain(background) },
    parts: partsState(),
    today,
    moved,
    isSearching: question.trim() !== '',
    addressOf: (to) => addressWith(parametersOf(to)),
    open: (to) => change(parametersOf(to)),
    versionAddress: (to) => addressWith({ ...noPlace, version: to.id === current?.id ? undefined : String(to.id) }),
    openVersion: (to) => change({ ...noPlace, version: to.id === current?.id ? undefined : String(to.id) }),
    changed: () => [start, clauses, background, parts].forEach(readAgain)
  };
  if (address.clause !== undefined) {
    const wanted = address.clause.trim().toLowerCase();
    const clause = clauses.data.find(({ number }) => number.toLowerCase() === wanted);
    return clause
      ? { kind: 'clause', ...common, clause, suggesting: address.suggest !== undefined }
      : { kind: 'gone', what: 'clause', number: address.clause, goHome };
  }
  const isForOwners = screen === 'readers' || screen === 'faults';
  if (isForOwners && background.isLoading) return { kind: 'loading', slow: false };
  // Who is no owner sees the first screen.
  if (screen && !(isForOwners && !background.data?.isOwner))
    return { kind: 'screen', screen, role: address.role, section: address.section, ...common };
  return {
    kind: 'home',
    ...common,
    question,
    found,
    setQuestion: (text) => change({ question: text || undefined }, 'replace')
  };
}
