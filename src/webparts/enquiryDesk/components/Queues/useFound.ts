import useSWR, { type SWRResponse } from 'swr';
import { Queues } from '../../../../data/desk/queues';
import { searchEnquiries } from '../../../../data/desk/search';
import type { EnquirySummary } from '../../../../domain/enquiries/desk';
import { enquiryIdFrom } from '../../../../domain/enquiries/reference';
import { readOnce } from '../../../../ui/reading';
import { useLater } from '../../../../ui/useLater';
import type { DeskContext } from '../EnquiryDesk';

/** SharePoint is asked when typing pauses. In milliseconds. */
const pause = 400;

/** Enquiries by reference, or by words through SharePoint's search; not asked while nothing is typed. */
export function useFound({ source }: DeskContext, typed: string): SWRResponse<readonly EnquirySummary[], unknown> & { settled: boolean } {
  const { sp, sitePath } = source;
  const asked = useLater(typed.trim(), typed, pause);
  const reading = useSWR<readonly EnquirySummary[], unknown>(
    asked === '' ? null : ['found', sitePath, asked],
    async () => {
      const id = enquiryIdFrom(asked);
      if (id !== undefined) return new Queues(sp, sitePath).withIds([id]);
      return searchEnquiries(sp, `${window.location.origin}${sitePath}`, sitePath, asked);
    },
    readOnce
  );
  return { ...reading, settled: asked === typed.trim() };
}
