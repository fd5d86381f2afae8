import * as React from 'react';
import type { Draft } from '../../../../data/enquiries/draft-rows';
import { Drafts } from '../../../../data/enquiries/drafts';
import type { OpenEnquiry } from '../../../../domain/enquiries/alike';
import type { EnquiryAnswers } from '../../../../domain/enquiries/answers';
import { faultsOn, leaving, type Fault } from '../../../../domain/enquiries/checks';
import { folderPath } from '../../../../domain/enquiries/folders';
import { chosenKind, outcomeFor } from '../../../../domain/enquiries/form';
import type { PageName } from '../../../../domain/enquiries/pageQuestions';
import { isStopped, nextPage, pageBefore, pagesFor } from '../../../../domain/enquiries/pages';
import type { Advice } from '../../../../domain/protocol/outcome';
import { readAgain, startAgain } from '../../../../ui/reading';
import { addressWith, useAddressState } from '../../../../ui/useAddressState';
import { useId } from '../../../../ui/useId';
import { readTab } from './tab';
import type { RaiseEnquiryProps, RaiseEnquiryState } from './types';
import { useDocuments } from './useDocuments';
import { draftTitle, useDraft } from './useDraft';
import { useFormReading } from './useFormReading';
import { useSending } from './useSending';

/**
 * Everything that the address of the page keeps: the page of the form and its draft; or what was sent, its folder, and
 * what else was sent with it.
 */
const parameters = ['step', 'draft', 'sent', 'in', 'also'] as const;
const nothing = { step: undefined, draft: undefined, sent: undefined, in: undefined, also: undefined };
/** Pages that are reached from "Check your answers". */
const asides: readonly string[] = ['where', 'audience', 'reach', 'documents', 'stop'] satisfies PageName[];

const noEnquiries: readonly OpenEnquiry[] = [];

type Sent = { id: number; folder: string };
/** "107.ward-2,108.ward-3" and the other way. */
const alsoText = (others: readonly Sent[]): string | undefined => others.map(({ id, folder }) => `${id}.${folder}`).join() || undefined;
const alsoFrom = (text = ''): Sent[] =>
  text.split(',').flatMap((one) => {
    const match = /^(\d+)\.([\w/-]+)$/.exec(one);
    return match ? [{ id: Number(match[1]), folder: match[2] ?? '' }] : [];
  });

/** Holds what is answered and open, and works out what to show. */
export function useRaiseEnquiry({ sp, sitePath, forService, notify }: RaiseEnquiryProps): RaiseEnquiryState {
  const [address, change] = useAddressState('raise enquiry', parameters);
  const id = useId('enquiry');
  const isForm = address.sent === undefined;
  const [draftsFor, setDraftsFor] = React.useState<{ drafts: Drafts; userId: number } | undefined>();
  const titles = React.useRef<(answers: EnquiryAnswers) => string>(() => '');
  const draftState = useDraft(draftsFor?.drafts, {
    sitePath,
    userId: draftsFor?.userId ?? 0,
    titleOf: (answers) => titles.current(answers)
  });
  const { answers } = draftState;
  const { reading, slow, directory, open, contextFor } = useFormReading(sp, sitePath, isForm, answers);
  const start = reading.data;
  titles.current = (of) => draftTitle(of, start?.protocol?.rules.kinds.find((one) => one.id === of.kind)?.title ?? '');
  React.useEffect(() => {
    if (start) setDraftsFor({ drafts: new Drafts(sp, sitePath, start.user.id), userId: start.user.id });
  }, [sp, sitePath, start]);
  const documents = useDocuments(draftsFor?.drafts, draftState);
  const context = contextFor(answers);

  const words = answers.summary ?? answers.about ?? '';
  const similar = React.useMemo(
    () =>
      words.trim() === '' ? noEnquiries : (open?.alike({ words, place: answers.place ?? '', serviceId: answers.serviceId }) ?? noEnquiries),
    [open, words, answers.place, answers.serviceId]
  );

  const [faults, setFaults] = React.useState<readonly Fault[]>([]);
  const [advice, setAdvice] = React.useState<readonly Advice[]>([]);
  /** Advice that was told already. */
  const told = React.useRef(new Set<string>());
  const [moved, setMoved] = React.useState(false);
  const [fresh, setFresh] = React.useState(false);
  /** The page to which somebody came from "Check your answers". */
  const [changing, setChanging] = React.useState<PageName | undefined>();
  /** Drafts that were sent or deleted since the form was opened. */
  const [gone, setGone] = React.useState<ReadonlySet<number>>(new Set());
  const isGone = (draft: Pick<Draft, 'id'>): boolean => gone.has(draft.id);
  const removed = (draft: Pick<Draft, 'id'>): void => setGone((before) => new Set([...before, draft.id]));

  const known = context ? pagesFor(context, answers) : [];
  const first = known[0] ?? 'kind';
  const asked = address.step ?? first;
  // Sending has begun, perhaps in another window: nothing is changed any more.
  const isLocked = draftState.draft?.isSending === true;
  const page: PageName = isLocked ? 'check' : known.includes(asked as PageName) || asides.includes(asked) ? (asked as PageName) : first;
  const shown = `${page} ${address.sent ?? ''} ${asked === 'drafts' ? asked : ''}`;
  const lastShown = React.useRef(shown);
  if (lastShown.current !== shown) {
    lastShown.current = shown;
    if (!moved) setMoved(true);
    if (faults.length > 0) setFaults([]);
  }
  /** Whether somebody was told in Teams of what was sent. */
  const telling = React.useRef<Promise<boolean>>(Promise.resolve(false));
  const { sending, send, reset } = useSending({
    ...{ sp, sitePath, start, context, draftState },
    drafts: draftsFor?.drafts,
    fileOf: documents.fileOf,
    onSent: ([one, ...others], draft) => {
      removed(draft);
      if (!one) return;
      // What another window sent, that one told of.
      const own = [one, ...others].filter(({ byOther }) => !byOther);
      telling.current = Promise.all(own.map(({ id: sentId }) => notify(sentId, 'sent'))).then((all) =>
        all.some((names) => names.length > 0)
      );
      // What another window sent may say something else than was written here: it is shown with its words.
      setFresh(!one.byOther);
      const plain = (of: typeof one): Sent => ({ id: of.id, folder: folderPath(of.folder) });
      change({ ...nothing, sent: String(one.id), in: folderPath(one.folder), also: alsoText(others.map(plain)) }, 'replace');
      // The address first: a draft that it names, and that is not open, would be read.
      draftState.begin();
    }
  });

  // A page that is opened by its address, or gone back to: the draft that it names, as it stands; or what this window kept.
  const [restored, setRestored] = React.useState<string | undefined>();
  /** It could not be read, which does not say that it is gone. */
  const [restoreError, setRestoreError] = React.useState<unknown>();
  const wanted = address.draft ?? '';
  const current = String(draftState.draft?.id ?? '');
  const isRestored = restored === wanted || (wanted !== '' && wanted === current);
  const restoring = React.useRef(draftState);
  restoring.current = draftState;
  React.useEffect(() => {
    if (!start || !draftsFor || !isForm || isRestored || restoreError !== undefined) return undefined;
    let ended = false;
    const done = (): void => {
      if (!ended) setRestored(wanted);
    };
    if (wanted === '') {
      const kept = readTab(sitePath, start.user.id);
      if (address.step !== undefined && kept && !kept.draftId) restoring.current.restore(kept);
      done();
      return undefined;
    }
    const initial = restored === undefined ? start.drafts.find((draft) => String(draft.id) === wanted) : undefined;
    Promise.resolve(initial ?? draftsFor.drafts.read(Number(wanted))).then((draft) => {
      if (ended) return;
      if (draft) restoring.current.open(draft);
      done();
    }, setRestoreError);
    return () => {
      ended = true;
    };
  }, [start, draftsFor, isForm, wanted, isRestored, restoreError]);

  React.useEffect(() => {
    // A draft says itself what it is for.
    if (forService !== undefined && isForm && isRestored && wanted === '' && restoring.current.answers.serviceId === undefined)
      restoring.current.set({ serviceId: forService });
  }, [forService, isForm, isRestored, wanted]);

  const begin = (): void => {
    change(nothing);
    draftState.begin();
    reset();
    setFaults([]);
    setAdvice([]);
    told.current = new Set();
    setFresh(false);
    setRestored('');
    setMoved(true);
    readAgain(reading);
  };
  const openSent = (one: Sent): void => {
    setFresh(false);
    change({ ...nothing, sent: String(one.id), in: one.folder });
  };
  const addressOfSent = (one: Sent): string => addressWith({ ...nothing, sent: String(one.id), in: one.folder });

  if (!isForm) {
    const others = alsoFrom(address.also);
    return {
      kind: 'sent',
      id: Number(address.sent),
      folder: address.in ?? '',
      others,
      fresh,
      moved,
      begin,
      addressOf: addressOfSent,
      open: openSent,
      told: () => telling.current
    };
  }
  if (reading.error !== undefined) return { kind: 'problem', error: reading.error, retry: () => startAgain(reading) };
  if (!start || !draftsFor) return { kind: 'loading', slow };
  if (!context) return { kind: 'no protocol' };
  if (!start.maySend) return { kind: 'may not send', isMember: start.self !== undefined, retry: () => startAgain(reading) };
  const goTo = (to: PageName, draft = address.draft): void => {
    setFaults([]);
    if (page === 'check') setChanging(to);
    change({ ...nothing, step: to, draft });
  };
  const mine = { ...start, drafts: start.drafts.filter((draft) => !isGone(draft)) };
  if (address.step === 'drafts') {
    return {
      kind: 'drafts',
      ...{ start: mine, moved, removed },
      backAddress: addressWith(nothing),
      back: () => change(nothing),
      open: (draft) => {
        draftState.open(draft);
        reset();
        setAdvice([]);
        const its = contextFor(draft.answers) ?? context;
        goTo(draft.isSending ? 'check' : nextPage(its, draft.answers), String(draft.id));
      }
    };
  }
  if (restoreError !== undefined) return { kind: 'problem', error: restoreError, retry: () => setRestoreError(undefined) };
  if (!isRestored) return { kind: 'loading', slow: false };
  if ((wanted !== '' && wanted !== current) || draftState.saved.kind === 'gone') return { kind: 'draft gone', begin };

  const proceed = (): void => {
    const given = leaving(page, context, answers);
    const its = contextFor(given) ?? context;
    const wrong = faultsOn(page, its, given);
    // Somebody at risk is not asked anything else.
    if (wrong.length > 0 && !(page === 'first' && given.urgent === true && isStopped(its, given))) {
      setFaults(wrong);
      return;
    }
    setFaults([]);
    const kind = chosenKind(its, given);
    const all = kind ? outcomeFor(its, kind, given).advice : [];
    setAdvice(all.filter((one) => !told.current.has(one.id)));
    told.current = new Set(all.map((one) => one.id));
    goTo(nextPage(its, given));
    // A failure stands at the foot of the page.
    void draftState.save(given).then((draft) => {
      // Loaded again, the page finds its draft.
      if (draft && restoring.current.key === draft.key && restoring.current.draft) change({ draft: String(draft.id) }, 'replace');
    });
  };
  return {
    kind: 'form',
    ...{ start: mine, context, answers, page, faults, moved, advice, documents, sending, send, begin, proceed, goTo, isLocked },
    enquiryKind: chosenKind(context, answers),
    draft: draftState.draft,
    saved: draftState.saved,
    alike: similar,
    wardMatters: open?.wardMatters ?? noEnquiries,
    directoryError: directory.error,
    retryDirectory: () => startAgain(directory),
    idOf: (field) => `${id}-${field.replace(/[^a-zA-Z0-9-]/g, '_')}`,
    set: draftState.set,
    setQuestion: (question, answer) => draftState.set({ questions: { ...answers.questions, [question]: answer } }),
    addressOf: (to) => addressWith({ ...nothing, step: to, draft: address.draft }),
    // Whoever came to change one answer goes back to where they came from.
    back: isLocked ? undefined : changing === page ? 'check' : pageBefore(page, context, answers),
    openEnquiry: openSent,
    openDrafts: () => change({ ...nothing, step: 'drafts' }),
    draftsAddress: addressWith({ ...nothing, step: 'drafts' }),
    takeOther: draftState.takeOther,
    keepMine: draftState.keepMine
  };
}
