import * as React from 'react';
import type { SPFI } from '@pnp/sp';
import useSWR, { type SWRResponse } from 'swr';
import { readFormStart, type FormStart } from '../../../../data/enquiries/start';
import { readOfficerDirectory } from '../../../../data/officers/directory';
import { britishDateOf } from '../../../../domain/dates';
import type { Matter, OpenEnquiry } from '../../../../domain/enquiries/alike';
import type { EnquiryAnswers } from '../../../../domain/enquiries/answers';
import { folderPath, type EnquiryFolder } from '../../../../domain/enquiries/folders';
import type { FormContext } from '../../../../domain/enquiries/form';
import { postsIn } from '../../../../domain/enquiries/recipient';
import type { PlainDate } from '../../../../domain/members/term';
import type { OfficerDirectory } from '../../../../domain/officers/officer';
import { readOnce, slowAfter } from '../../../../ui/reading';

/** Open enquiries of the member and their ward. */
export interface OpenOnes {
  /** Those that look like the same matter. */
  alike(matter: Matter): readonly OpenEnquiry[];
  /** Those that officers brought before the ward's members. */
  wardMatters: readonly OpenEnquiry[];
}

async function readOpen(sp: SPFI, sitePath: string, folders: readonly EnquiryFolder[], today: PlainDate): Promise<OpenOnes> {
  const { findAlike, readOpenEnquiries, wardMatters } = await import(/* webpackChunkName: 'enquiry-pages' */ './afterFirst');
  const open = await readOpenEnquiries(sp, sitePath, folders);
  return { alike: findAlike(open), wardMatters: wardMatters(open, today) };
}

/** Whom it is for: the member themselves, or whom somebody chose. */
export const memberOf = (start: FormStart, { memberId }: EnquiryAnswers): Pick<FormContext, 'member'> => {
  const member = start.self ?? start.members.find((one) => one.id === memberId);
  return member ? { member } : {};
};

/** What is read for the form: its start, then, once the first page stands, the directory, then what may look alike. */
export interface FormReading {
  reading: SWRResponse<FormStart, unknown>;
  slow: boolean;
  directory: SWRResponse<OfficerDirectory, unknown>;
  open: OpenOnes | undefined;
  contextFor(answers: EnquiryAnswers): FormContext | undefined;
}

/** @param isForm nothing is read for what was sent */
export function useFormReading(sp: SPFI, sitePath: string, isForm: boolean, answers: EnquiryAnswers): FormReading {
  const [now] = React.useState(() => new Date());
  const [slow, setSlow] = React.useState(false);
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
  const contextFor = (of: EnquiryAnswers): FormContext | undefined =>
    start?.protocol && {
      protocol: start.protocol,
      isMember: start.self !== undefined,
      mayRestrict: start.mayRestrict,
      now,
      ...memberOf(start, of),
      ...(directory.data ? { directory: directory.data } : {})
    };
  const member = start && memberOf(start, answers).member;
  const folders: EnquiryFolder[] = member
    ? [{ kind: 'member', memberId: member.id }, ...(member.ward ? [{ kind: 'ward' as const, wardId: member.ward.id }] : [])]
    : [];
  const { data: open } = useSWR<OpenOnes, unknown>(
    directory.data && folders.length > 0 ? ['open enquiries', sitePath, folders.map(folderPath).join()] : null,
    // It is an addition: the form goes without.
    () => readOpen(sp, sitePath, folders, britishDateOf(now)).catch(() => ({ alike: () => [], wardMatters: [] })),
    readOnce
  );
  return { reading, slow, directory, open, contextFor };
}
