import * as React from 'react';
import useSWR from 'swr';
import { DataError, toDataError } from '../../../../data/errors';
import { readDirectory } from '../../../../data/members/directory';
import type { Directory } from '../../../../domain/members/member';
import { searchMembers } from '../../../../domain/members/search';
import { useQueryParameter } from '../../../../ui/useQueryParameter';
import type { MemberProfilesProps, MemberProfilesState } from './types';

/** After this time the screen says that it takes long. In milliseconds. */
const slowAfter = 5000;

/** Reads the directory once for all web parts on the page, and holds what is searched and which profile is open. */
export function useMemberProfiles({ sp, sitePath }: MemberProfilesProps): MemberProfilesState {
  const [slow, setSlow] = React.useState(false);
  const { data, error, mutate } = useSWR<Directory, DataError>(['member directory', sitePath], () => readDirectory(sp, sitePath), {
    revalidateOnFocus: false,
    revalidateOnReconnect: false,
    shouldRetryOnError: false,
    loadingTimeout: slowAfter,
    onLoadingSlow: () => setSlow(true)
  });
  const [query, setQuery] = React.useState('');
  const [opened, setOpened] = useQueryParameter('member');
  const lastOpened = React.useRef<number>();
  // On the first screen the focus is left where the page has it; on every later one it is led.
  const firstOpened = React.useRef(opened);
  const [moved, setMoved] = React.useState(false);
  if (!moved && opened !== firstOpened.current) setMoved(true);
  const search = React.useMemo(() => searchMembers(data?.members ?? [], (party) => data?.parties.get(party)?.spellings ?? []), [data]);
  const found = React.useMemo(() => search.find(query), [search, query]);

  // What was read before stays on the screen when reading it again fails.
  if (error && !data) {
    const retry = (): void => {
      setSlow(false);
      setMoved(true);
      // Forgetting the error shows that something happens; a failure of the second try comes back as the first did.
      mutate(undefined, { revalidate: true }).catch(() => undefined);
    };
    return { kind: 'problem', problem: toDataError(error, '').problem, retry };
  }
  if (!data) return { kind: 'loading', slow };
  const close = (): void => setOpened(undefined);
  if (opened !== undefined) {
    const member = data.members.find(({ id }) => String(id) === opened);
    if (!member) return { kind: 'not found', close };
    lastOpened.current = member.id;
    return { kind: 'profile', directory: data, member, moved, close };
  }
  return {
    kind: 'list',
    directory: data,
    found,
    query,
    setQuery,
    open: (member) => setOpened(String(member.id)),
    lastOpened: lastOpened.current,
    moved
  };
}
