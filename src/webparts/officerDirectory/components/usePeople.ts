import * as React from 'react';
import useSWR from 'swr';
import { readPeople, type LivePerson } from '../../../data/people';
import { teamsAddressOf } from '../../../domain/members/member';
import type { Officer } from '../../../domain/officers/officer';
import { readOnce } from '../../../ui/reading';
import type { HostProps } from '../../MemberlinkWebPart';

const none: ReadonlyMap<string, LivePerson> = new Map();

/** Who is on the screen only while somebody types is not asked for. In milliseconds. */
const lookAfter = 400;

/** Once refused, Graph is not asked again until the page is loaded again. */
const graphState = { refused: false };

/** Presence and photographs of officers from Microsoft Graph, by Teams address; nothing where that is not granted. */
export function usePeople(officers: readonly Officer[], { graph }: Pick<HostProps, 'graph'>): ReadonlyMap<string, LivePerson> {
  const people = officers
    .map((officer) => ({ account: teamsAddressOf(officer), wantsPhoto: officer.photo === '' }))
    .filter(({ account }) => account !== '');
  const key = people.map(({ account }) => account).join(' ');
  const [stands, setStands] = React.useState(false);
  React.useEffect(() => {
    const timer = window.setTimeout(() => setStands(true), lookAfter);
    return () => window.clearTimeout(timer);
  }, []);
  const read = async (): Promise<ReadonlyMap<string, LivePerson>> => {
    const found = await readPeople(graph, people);
    if (!found) graphState.refused = true;
    return found ?? none;
  };
  const { data } = useSWR(key === '' || !stands || graphState.refused ? null : ['people', key], read, readOnce);
  return data ?? none;
}
