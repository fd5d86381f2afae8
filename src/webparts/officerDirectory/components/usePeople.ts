import useSWR from 'swr';
import { readPeople, type LivePerson } from '../../../data/people';
import { teamsAddressOf } from '../../../domain/members/member';
import type { Officer } from '../../../domain/officers/officer';
import { readOnce } from '../../../ui/reading';
import type { HostProps } from '../../MemberlinkWebPart';

const none: ReadonlyMap<string, LivePerson> = new Map();

/** Presence and photographs of officers from Microsoft Graph, by Teams address; nothing where that is not granted. */
export function usePeople(officers: readonly Officer[], { graph }: Pick<HostProps, 'graph'>): ReadonlyMap<string, LivePerson> {
  const people = officers
    .map((officer) => ({ account: teamsAddressOf(officer), wantsPhoto: officer.photo === '' }))
    .filter(({ account }) => account !== '');
  const key = people.map(({ account }) => account).join(' ');
  const { data } = useSWR(key === '' ? null : ['people', key], () => readPeople(graph, people), readOnce);
  return data ?? none;
}
