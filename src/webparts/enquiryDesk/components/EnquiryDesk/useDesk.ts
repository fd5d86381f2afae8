import * as React from 'react';
import useSWR from 'swr';
import type { DeskSource } from '../../../../data/desk/act';
import { readDeskStart, type DeskStart } from '../../../../data/desk/start';
import { readOnce, slowAfter, startAgain } from '../../../../ui/reading';
import { addressWith, useAddressState } from '../../../../ui/useAddressState';
import { parameters, type Address, type DeskState, type EnquiryDeskProps } from './types';

/** How often something is tried that SharePoint turned away, before somebody is asked to try again. */
const tries = 5;
const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
const now = (): Date => new Date();

/** Reads who uses the desk and what they may do, and keeps what is shown in the page's address. */
export function useDesk(props: EnquiryDeskProps): DeskState {
  const { sp, sitePath, user, first: narrowed } = props;
  const [address, go] = useAddressState('enquiry desk', parameters);
  React.useEffect(() => {
    // Once, when it is opened: whoever takes it away sees everything.
    if (narrowed && Object.keys(address).length === 0) go(narrowed, 'replace');
  }, []);
  const [slow, setSlow] = React.useState(false);
  const reading = useSWR<DeskStart, unknown>(
    ['enquiry desk', sitePath, user.login],
    () => readDeskStart(sp, sitePath, user.login, user.email),
    { ...readOnce, onLoadingSlow: () => setSlow(true), loadingTimeout: slowAfter }
  );
  const start = reading.data;
  const source = React.useMemo<DeskSource | undefined>(
    () => start && { sp, sitePath, start, kinds: start.kinds, persistence: { tries, wait } },
    [sp, sitePath, start]
  );
  const first = React.useRef(address);
  const moved = React.useRef(false);
  if (first.current !== address) moved.current = true;
  if (reading.error !== undefined) return { kind: 'problem', error: reading.error, retry: () => startAgain(reading) };
  if (!start || !source) return { kind: 'loading', slow };
  const { access } = start;
  if (!start.self && !access.handles && !access.supports && !access.restricts) return { kind: 'nothing here' };
  const addressOf = (changes: Address): string => addressWith(changes);
  return { kind: 'desk', context: { props, source, start, access, address, addressOf, go, moved: moved.current, now } };
}
