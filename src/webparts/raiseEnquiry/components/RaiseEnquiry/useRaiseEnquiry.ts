import * as React from 'react';
import type { SPFI } from '@pnp/sp';
import useSWR from 'swr';
import { Drafts } from '../../../../data/enquiries/drafts';
import { readFormStart, type FormStart } from '../../../../data/enquiries/start';
import { readOfficerDirectory } from '../../../../data/officers/directory';
import { britishDateOf } from '../../../../domain/dates';
import type { Matter, OpenEnquiry } from '../../../../domain/enquiries/alike';
import type { EnquiryAnswers } from '../../../../domain/enquiries/answers';
import { faultsOn, leaving, type Fault } from '../../../../domain/enquiries/checks';
import { folderPath, type EnquiryFolder } from '../../../../domain/enquiries/folders';
import { chosenKind, outcomeFor, type FormContext } from '../../../../domain/enquiries/form';
import type { PageName } from '../../../../domain/enquiries/pageQuestions';
import { isStopped, nextPage, pageBefore } from '../../../../domain/enquiries/pages';
import { postsIn } from '../../../../domain/enquiries/recipient';
import type { PlainDate } from '../../../../domain/members/term';
import type { OfficerDirectory } from '../../../../domain/officers/officer';
import type { Advice } from '../../../../domain/protocol/outcome';
import { readAgain, readOnce, slowAfter, startAgain } from '../../../../ui/reading';
import { addressWith, useAddressState } from '../../../../ui/useAddressState';
import { useId } from '../../../../ui/useId';
import { readTab } from './tab';
import type { RaiseEnquiryProps, RaiseEnquiryState } from './types';
import { useDocuments } from './useDocuments';
import { draftTitle, useDraft } from './useDraft';
import { useSending } from './useSending';

/** Everything that the address of the page keeps: the page of the form, its draft; or what was sent, and its folder. */
const parameters = ['step', 'draft', 'sent', 'in'] as const;
const nothing = { step: undefined, draft: undefined, sent: undefined, in: undefined };

const noEnquiries: readonly OpenEnquiry[] = [];

/** Open enquiries of the member and their ward. */
interface OpenOnes {
  /** Those that look like the same matter. */
  alike(matter: Matter): readonly OpenEnquiry[];
  /** Those that officers brought before the ward's members. */
  wardMatters: readonly OpenEnquiry[];
}

/** Open enquiries to compare with, and how they are compared. */
async function readOpen(sp: SPFI, sitePath: string, folders: readonly EnquiryFolder[], today: PlainDate): Promise<OpenOnes> {
  const { findAlike, readOpenEnquiries, wardMatters } = await import(/* webpackChunkName: 'enquiry-pages' */ './afterFirst');
  const open = await readOpenEnquiries(sp, sitePath, folders);
  return { alike: findAlike(open), wardMatters: wardMatters(open, today) };
}

/** Holds what is answered and open, and works out what to show. */
export function useRaiseEnquiry({ sp, sitePath }: RaiseEnquiryProps): RaiseEnquiryState {
  const [address, change] = useAddressState('raise enquiry', parameters);
  const id = useId('enquiry');
  const [now] = React.useState(() => new Date());
  const [slow, setSlow] = React.useState(false);
  const isForm = address.sent === undefined;
  const reading = useSWR<FormStart, unknown>(isForm ? ['enquiry form', sitePath] : null, () => readFormStart(sp, sitePath), {
    ...readOnce,
    loadingTimeout: slowAfter,
    onLoadingSlow: () => setSlow(true)
  });
  const start = reading.data;
  const posts = React.useMemo(() => postsIn(start?.protocol?.rules), [start]);
  const directory = useSWR<OfficerDirectory, unknown>(
    start?.protocol && isForm ? ['officer directory with posts', sitePath, posts.join('\n')] : null,
    () => readOfficerDirectory(sp, sitePath, britishDateOf(now), posts),
    readOnce
  );
  const drafts = React.useMemo(() => (start ? new Drafts(sp, sitePath, start.user.id) : undefined), [sp, sitePath, start]);
  const userId = start?.user.id ?? 0;
  const kindTitle = (answers: EnquiryAnswers): string => start?.protocol?.rules.kinds.find((one) => one.id === answers.kind)?.title ?? '';
  const draftState = useDraft(drafts, { sitePath, userId, titleOf: (answers) => draftTitle(answers, kindTitle(answers)) });
  const { answers } = draftState;
  const documents = useDocuments(drafts, draftState);

  const context = React.useMemo<FormContext | undefined>(() => {
    if (!start?.protocol) return undefined;
    return {
      protocol: start.protocol,
      isMember: start.self !== undefined,
      now,
      ...memberOf(start, answers),
      ...(directory.data ? { directory: directory.data } : {})
    };
  }, [start, answers.memberId, directory.data, now]);

  const { member } = context ?? {};
  const folders: EnquiryFolder[] = member
    ? [{ kind: 'member', memberId: member.id }, ...(member.ward ? [{ kind: 'ward' as const, wardId: member.ward.id }] : [])]
    : [];
  const open = useSWR<OpenOnes, unknown>(
    directory.data && folders.length > 0 ? ['open enquiries', sitePath, folders.map(folderPath).join()] : null,
    // It is an addition: the form goes without.
    () => readOpen(sp, sitePath, folders, britishDateOf(now)).catch(() => ({ alike: () => [], wardMatters: [] })),
    readOnce
  ).data;
  const words = [answers.summary ?? answers.about, answers.topic].filter(Boolean).join(' ');
  const similar = React.useMemo(
    () => open?.alike({ words, place: answers.place ?? '', serviceId: answers.serviceId }) ?? noEnquiries,
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

  const page: PageName = (address.step as PageName | undefined) ?? (start?.self ? 'kind' : 'who');
  const lastPage = React.useRef(page);
  if (lastPage.current !== page) {
    lastPage.current = page;
    if (!moved) setMoved(true);
    if (faults.length > 0) setFaults([]);
  }
  const sentNow = (id_: number, folder: string): void => {
    setFresh(true);
    setMoved(true);
    change({ ...nothing, sent: String(id_), in: folder }, 'replace');
  };
  const { sending, send, reset } = useSending({
    ...{ sp, sitePath, start, context, drafts, draftState },
    files: documents.files,
    onSent: ([first]) => first && sentNow(first.id, folderPath(first.folder))
  });

  // A page that is opened by its address: the draft that it names, or what this window kept.
  const [restored, setRestored] = React.useState(false);
  React.useEffect(() => {
    if (!start || restored) return;
    setRestored(true);
    const kept = readTab(sitePath, start.user.id);
    const wanted = start.drafts.find((draft) => String(draft.id) === address.draft);
    if (wanted) draftState.open(wanted);
    else if (address.draft === undefined && address.step !== undefined && kept) draftState.set(kept.answers);
  }, [start]);

  const begin = (): void => {
    draftState.begin();
    reset();
    setFaults([]);
    setAdvice([]);
    told.current = new Set();
    setFresh(false);
    setMoved(true);
    change(nothing);
    if (start) startAgain(reading);
  };

  if (!isForm) return { kind: 'sent', id: Number(address.sent), folder: address.in ?? '', fresh, moved, begin };
  if (reading.error !== undefined) return { kind: 'problem', error: reading.error, retry: () => startAgain(reading) };
  if (!start) return { kind: 'loading', slow };
  if (!context) return { kind: 'no protocol' };
  if (!start.maySend) return { kind: 'may not send', isMember: start.self !== undefined, retry: () => startAgain(reading) };
  const goTo = (to: PageName, draft = address.draft): void => {
    setFaults([]);
    if (page === 'check') setChanging(to);
    change({ ...nothing, step: to, draft });
  };
  if (address.step === 'drafts') {
    return {
      kind: 'drafts',
      ...{ start, moved },
      backAddress: addressWith(nothing),
      back: () => change(nothing),
      open: (draft) => {
        draftState.open(draft);
        reset();
        setAdvice([]);
        goTo(nextPage({ ...context, ...memberOf(start, draft.answers) }, draft.answers), String(draft.id));
      },
      // What is on the screen stays while it is read.
      changed: () => readAgain(reading)
    };
  }
  const isKnown =
    address.draft === undefined || draftState.draft !== undefined || start.drafts.some((draft) => String(draft.id) === address.draft);
  if (!isKnown) return { kind: 'draft gone', begin };
  if (!restored) return { kind: 'loading', slow: false };

  const proceed = (): void => {
    const given = leaving(page, context, answers);
    const wrong = faultsOn(page, context, given);
    // Somebody at risk is not asked anything else.
    if (wrong.length > 0 && !(page === 'first' && given.urgent === true && isStopped(context, given))) {
      setFaults(wrong);
      return;
    }
    setFaults([]);
    const kind = chosenKind(context, given);
    const all = kind ? outcomeFor(context, kind, given).advice : [];
    setAdvice(all.filter((one) => !told.current.has(one.id)));
    told.current = new Set(all.map((one) => one.id));
    goTo(nextPage(context, given));
    draftState
      .save(given)
      .then((draft) => {
        // Loaded again, the page finds its draft.
        if (draft && address.draft !== String(draft.id)) change({ draft: String(draft.id) }, 'replace');
      })
      .catch(() => undefined);
  };
  return {
    kind: 'form',
    ...{ start, context, answers, page, faults, moved, advice, documents, sending, send, begin, proceed, goTo },
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
    back: changing === page ? 'check' : pageBefore(page, context, answers),
    openEnquiry: ({ id: enquiryId, folder }) => {
      setFresh(false);
      change({ ...nothing, sent: String(enquiryId), in: folder });
    },
    openDrafts: () => change({ ...nothing, step: 'drafts' }),
    draftsAddress: addressWith({ ...nothing, step: 'drafts' }),
    takeOther: draftState.takeOther,
    keepMine: draftState.keepMine
  };
}

const memberOf = (start: FormStart, { memberId }: EnquiryAnswers): Pick<FormContext, 'member'> => {
  const member = start.self ?? start.members.find((one) => one.id === memberId);
  return member ? { member } : {};
};
