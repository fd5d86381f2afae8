import * as React from 'react';
import * as strings from 'EnquiryDeskStrings';
import useSWR from 'swr';
import { readOfficersBeginning, readOfficersOf } from '../../../../data/officers/directory';
import type { Named } from '../../../../domain/enquiries/life';
import type { Officer } from '../../../../domain/officers/officer';
import { beginningsOf } from '../../../../domain/officers/find';
import { Radios, TextField } from '../../../../ui/fields';
import { readOnce } from '../../../../ui/reading';
import { useLater } from '../../../../ui/useLater';
import type { DeskContext } from '../EnquiryDesk';

/** Of those that are found so many are shown. */
const mostShown = 8;
/** Unless somebody searches it is one of few. */
const mostOffered = 5;
/** SharePoint is asked when typing pauses. In milliseconds. */
const pause = 300;

interface OfficerFieldProps {
  id: string;
  label: string;
  fault: string | undefined;
  value: Named | undefined;
  onChange(officer: Named): void;
  /** Who has it now. */
  current: Named | undefined;
  context: DeskContext;
  /** Whose officers are offered. */
  serviceId: number | undefined;
  /** Few can open it. */
  isRestricted?: boolean;
  /** Somebody is chosen unless another is. */
  preselects: boolean;
}

const byLiaison = (a: Officer, b: Officer): number => Number(b.isLiaison) - Number(a.isLiaison) || a.name.localeCompare(b.name);

/** An officer: oneself, whoever works in the service, or anybody who is found by name or job. */
export const OfficerField: React.FC<OfficerFieldProps> = ({
  id,
  label,
  fault,
  value,
  onChange,
  current,
  context,
  serviceId,
  preselects,
  isRestricted = false
}) => {
  const { sp, sitePath } = context.source;
  const { start } = context;
  const [words, setWords] = React.useState('');
  const asked = useLater(words.trim(), words, pause);
  const own = useSWR<Officer[], unknown>(
    serviceId === undefined ? null : ['officers of', sitePath, serviceId],
    () => readOfficersOf(sp, sitePath, serviceId ?? 0),
    readOnce
  );
  const beginnings = asked.length < 2 ? [] : beginningsOf(asked);
  const found = useSWR<Officer[], unknown>(
    beginnings.length === 0 ? null : ['officers named', sitePath, beginnings.join()],
    () => readOfficersBeginning(sp, sitePath, beginnings),
    readOnce
  );
  const me: Named[] = start.officerId === undefined ? [] : [{ id: start.officerId, name: start.user.name }];
  const named = (officers: readonly Officer[]): (Named & { hint?: string })[] =>
    [...officers].sort(byLiaison).map((officer) => ({ id: officer.id, name: officer.name, ...(officer.job ? { hint: officer.job } : {}) }));
  const offered = asked.length < 2 ? [...me, ...named(own.data ?? [])] : named(found.data ?? []);
  const all = [...(value ? [value] : []), ...offered].filter(
    (one, index, list) => list.findIndex((other) => other.id === one.id) === index
  );
  // Whoever has it already, or opens it, is whom it is mostly.
  const usual = current?.id === undefined ? me[0] : current;
  const isFirst = value === undefined && preselects && usual !== undefined && usual.name !== '';
  React.useEffect(() => {
    if (isFirst && usual) onChange(usual);
  }, []);
  const isMe = (one: Named): boolean => one.id !== undefined && one.id === start.officerId;
  return (
    <>
      <Radios
        id={id}
        label={label}
        fault={fault}
        hint={isRestricted ? strings.OnlyRestricted : undefined}
        choices={all.slice(0, asked.length < 2 ? mostOffered : mostShown).map((one) => ({
          value: String(one.id),
          label: one.name,
          ...(isMe(one) ? { hint: strings.Yourself } : 'hint' in one && one.hint ? { hint: String(one.hint) } : {})
        }))}
        value={value?.id === undefined ? undefined : String(value.id)}
        onChange={(chosen) => {
          const officer = all.find((one) => String(one.id) === chosen);
          if (officer) onChange({ ...(officer.id === undefined ? {} : { id: officer.id }), name: officer.name });
        }}
      />
      <TextField
        id={all.length === 0 ? id : `${id}-find`}
        label={strings.FindOfficer}
        hint={strings.FindOfficerHint}
        value={words}
        onChange={setWords}
      />
      <p role="status">
        {asked.length >= 2 && found.data?.length === 0 ? strings.NobodyFound : ''}
        {own.error !== undefined || found.error !== undefined ? strings.OfficersNotRead : ''}
      </p>
    </>
  );
};
