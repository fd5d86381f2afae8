import * as React from 'react';
import { filterMembers, filterNames, sortMembers, sortNames, type FilterName, type Filters } from '../../../../domain/members/filter';
import { bySurname, type Member } from '../../../../domain/members/member';
import { noPlaces } from '../../../../domain/members/place';
import { searchMembers } from '../../../../domain/members/search';
import { addressWith, useAddressState } from '../../../../ui/useAddressState';
import { viewNames } from '../../settings';
import { selectMembers } from './selectMembers';
import type { Common, MemberProfilesProps, MemberProfilesState } from './types';
import { useLists } from './useLists';

/** Everything that the address of the page keeps. */
const parameters = ['member', 'find', ...filterNames, 'sort', 'view', 'former', 'suggestions'] as const;
const ofList = ['find', ...filterNames, 'former'] as const;

/** The search is made ready once the members stand on the screen, before anybody types. In milliseconds. */
const prepareAfter = 100;

/** Choices of one filter that follow one another within this time are one step back. In milliseconds. */
const oneStep = 1500;

/** Everybody, with no search and no filter, and no profile open. */
const everyone: Record<string, undefined> = Object.fromEntries([...ofList, 'member', 'suggestions'].map((name) => [name, undefined]));

const oneOf = <T extends string>(names: readonly T[], value: string | undefined): T | undefined => names.find((name) => name === value);

/** Holds what is searched, chosen and open, and works out what to show of the lists. */
export function useMemberProfiles({ sp, sitePath, settings }: MemberProfilesProps): MemberProfilesState {
  const [address, change, inAddress] = useAddressState('member profiles', parameters);
  const wantsFormer = address.former !== undefined;
  const lists = useLists(sp, sitePath, wantsFormer, address.member);
  const { directory, background, former } = lists;
  const places = background?.places ?? noPlaces;

  const members = React.useMemo(
    () => (wantsFormer ? [...(directory?.members ?? []), ...(former ?? [])].sort(bySurname) : (directory?.members ?? [])),
    [directory, former, wantsFormer]
  );
  const all = React.useMemo(() => selectMembers(members, places, settings), [members, places, settings.selection, settings.selected]);
  const search = React.useMemo(
    () =>
      searchMembers(
        all.map(({ member }) => member),
        (party) => directory?.parties.get(party)?.spellings ?? [],
        ({ id }) => places.byMember.get(id) ?? []
      ),
    [all, directory, places]
  );
  React.useEffect(() => {
    const timer = window.setTimeout(() => search.prepare(), prepareAfter);
    return () => window.clearTimeout(timer);
  }, [search]);
  const { find: query = '', sort: wantedSort, view: wantedView } = address;
  const sort = oneOf(sortNames, wantedSort) ?? 'name';
  const filterKey = filterNames.map((name) => address[name] ?? '').join('\n');
  const filters = React.useMemo(() => {
    const chosen: Filters = {};
    for (const name of filterNames) if (address[name] !== undefined) chosen[name] = address[name];
    return chosen;
    // The address is a new object for every parameter; only filters count here.
  }, [filterKey]);
  const found = React.useMemo(() => {
    const { members: hits, exact } = search.find(query);
    const byId = new Map(all.map((described) => [described.member.id, described]));
    const matching = hits.flatMap(({ id }) => byId.get(id) ?? []);
    const left = filterMembers(matching, filters);
    // What is only like the words typed stands in the order of likeness.
    return { exact, matching, left: exact ? sortMembers(left, sort) : left };
  }, [search, query, all, filters, sort]);

  // The same for every search, so that typing draws only the cards that come and go.
  const open = React.useCallback((member: Member) => change({ member: String(member.id), suggestions: undefined }), [change]);
  const profileAddress = addressWith({ ...everyone, sort: undefined, view: undefined, member: '0' });
  const addressOf = React.useCallback(({ id }: Member) => profileAddress.replace('member=0', `member=${id}`), [profileAddress]);

  // Who goes through the choices of one filter with the arrow keys makes one step, not many.
  const lastFilter = React.useRef<{ name: FilterName; at: number }>();
  const setFilter = React.useCallback(
    (name: FilterName, value: string | undefined) => {
      const { current: last } = lastFilter;
      const goesOn = last?.name === name && Date.now() - last.at < oneStep;
      lastFilter.current = { name, at: Date.now() };
      change({ [name]: value }, goesOn ? 'replace' : 'push');
    },
    [change]
  );

  const lastOpened = React.useRef<number>();
  // On the first screen the focus is left where the page has it; on every later one it is led.
  const screen = `${address.member ?? ''} ${address.suggestions ?? ''}`;
  const firstScreen = React.useRef(screen);
  const [moved, setMoved] = React.useState(false);
  if (!moved && screen !== firstScreen.current) setMoved(true);

  // What was read before stays on the screen when reading it again fails.
  if (!directory) {
    if (lists.error === undefined) return { kind: 'loading', slow: lists.slow };
    const retry = (): void => {
      setMoved(true);
      lists.retry();
    };
    return { kind: 'problem', error: lists.error, retry };
  }
  const close = (): void => change({ member: undefined, suggestions: undefined });
  const listAddress = addressWith({ member: undefined, suggestions: undefined });
  const common: Common = { directory, places, moved, addressOf, open };
  if (address.member !== undefined) {
    const id = address.member;
    const member = directory.members.find((one) => String(one.id) === id) ?? former?.find((one) => String(one.id) === id);
    if (!member) {
      if (lists.formerLoading) return { kind: 'loading', slow: lists.slow };
      return lists.formerError === undefined
        ? { kind: 'not found', showAll: () => change(everyone) }
        : { kind: 'problem', error: lists.formerError, retry: lists.retry };
    }
    lastOpened.current = member.id;
    return {
      kind: 'profile',
      ...common,
      member,
      placesLoading: background === undefined && lists.backgroundError === undefined,
      failure: lists.backgroundError,
      retry: lists.retry,
      isOwner: background?.isOwner ?? false,
      listAddress,
      isNarrowed: ofList.some((name) => address[name] !== undefined),
      bodyAddress: (name) => addressWith({ ...everyone, body: name }),
      close,
      showBody: (name) => change({ ...everyone, body: name }),
      changed: lists.refresh
    };
  }
  if (address.suggestions !== undefined) {
    return { kind: 'suggestions', ...common, isOwner: background?.isOwner ?? false, close, listAddress, changed: lists.refresh };
  }
  return {
    kind: 'list',
    ...common,
    all,
    matching: found.matching,
    found: found.left,
    exact: found.exact,
    query,
    filters,
    isNarrowed: query !== '' || Object.keys(filters).length > 0,
    sort,
    view: oneOf(viewNames, wantedView) ?? settings.view ?? 'cards',
    former: wantsFormer,
    formerLoading: wantsFormer && lists.formerLoading,
    placesLoading: background === undefined && lists.backgroundError === undefined,
    failure: lists.backgroundError ?? (wantsFormer ? lists.formerError : undefined),
    retry: lists.retry,
    setQuery: (text) => change({ find: text || undefined }, 'replace'),
    setFilter,
    setSort: (name) => change({ sort: name === 'name' ? undefined : name }),
    setView: (name) => change({ view: name === (settings.view ?? 'cards') ? undefined : name }),
    setFormer: (on) => change({ former: on ? '1' : undefined }),
    clear: () => change(Object.fromEntries(ofList.map((name) => [name, undefined]))),
    lastOpened: lastOpened.current,
    background,
    showSuggestions: () => change({ suggestions: 'open' }),
    suggestionsAddress: inAddress ? addressWith({ suggestions: 'open' }) : ''
  };
}
