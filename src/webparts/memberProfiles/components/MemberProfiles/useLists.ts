import * as React from 'react';
import type { SPFI } from '@pnp/sp';
import useSWR from 'swr';
import { readDirectory, readFormerMembers } from '../../../../data/members/directory';
import { readBackground, type Background } from '../../../../data/members/places';
import { britishDateOf } from '../../../../domain/dates';
import type { Directory, Member } from '../../../../domain/members/member';
import { readAgain, readOnce, slowAfter, startAgain } from '../../../../ui/reading';

/** What was read of the lists, and what could not be. */
export interface Lists {
  directory: Directory | undefined;
  error: unknown;
  slow: boolean;
  background: Background | undefined;
  backgroundError: unknown;
  former: Member[] | undefined;
  formerLoading: boolean;
  formerError: unknown;
  /** Reads again what failed. */
  retry(): void;
  /** Reads everything again; what is shown stays until then. */
  refresh(): void;
}

/**
 * Reads the lists, once for all web parts on the page: members, wards and parties in one request, bodies and
 * appointments beside it in another. Former members are read when they are wanted, or when a profile is opened that is
 * not a serving member's.
 */
export function useLists(sp: SPFI, sitePath: string, wantsFormer: boolean, opened: string | undefined): Lists {
  const [slow, setSlow] = React.useState(false);
  const directory = useSWR<Directory, unknown>(['member directory', sitePath], () => readDirectory(sp, sitePath), {
    ...readOnce,
    loadingTimeout: slowAfter,
    onLoadingSlow: () => setSlow(true)
  });
  const background = useSWR<Background, unknown>(
    ['member background', sitePath],
    () => readBackground(sp, sitePath, britishDateOf(new Date())),
    readOnce
  );
  const isUnknown = opened !== undefined && directory.data?.members.every(({ id }) => String(id) !== opened);
  const former = useSWR<Member[], unknown>(
    wantsFormer || isUnknown ? ['former members', sitePath] : null,
    () => readFormerMembers(sp, sitePath),
    readOnce
  );
  return {
    directory: directory.data,
    error: directory.error,
    slow,
    background: background.data,
    backgroundError: background.data ? undefined : background.error,
    former: former.data,
    formerLoading: former.data === undefined && former.error === undefined,
    formerError: former.error,
    retry: () => {
      setSlow(false);
      for (const one of [directory, background, former]) if (one.error !== undefined) startAgain(one);
    },
    refresh: () => {
      for (const one of [directory, background, former]) readAgain(one);
    }
  };
}
