import * as React from 'react';
import * as strings from 'EnquiryDeskStrings';
import { isEndless, sortNames, usualSort, type QueueChoice, type SortName } from '../../../../domain/enquiries/desk';
import { lifeStates, openLifeStates } from '../../../../domain/enquiries/life';
import { format } from '../../../../ui/format';
import { Pill } from '../../../../ui/pill';
import { useId } from '../../../../ui/useId';
import type { DeskContext, Parameter } from '../EnquiryDesk';
import { stateText } from '../words';
import styles from './Queues.module.scss';

const sortText = (sort: SortName): string =>
  ({
    next: strings.SortNext,
    latest: strings.SortLatest,
    earliest: strings.SortEarliest,
    member: strings.SortMember,
    service: strings.SortService
  })[sort];

/** What narrows and sorts a queue. */
export const Filters: React.FC<{ choice: QueueChoice; context: DeskContext }> = ({ choice, context }) => {
  const { start, go } = context;
  const { filter, queue } = choice;
  const id = useId('filters');
  const set = (name: Parameter, value: string): void => go({ [name]: value || undefined }, 'replace');
  const pill = (name: Parameter, label: string, value: string, options: readonly { value: string; text: string }[]): React.ReactElement => {
    const chosen = options.find((option) => option.value === value);
    return (
      <Pill
        label={label}
        text={chosen ? format(strings.Chosen, label, chosen.text) : label}
        value={value}
        options={[...options]}
        noneText={strings.All}
        clearLabel={format(strings.ClearOne, label)}
        onChange={(next) => set(name, next)}
      />
    );
  };
  const rows = (named: readonly { id: number; name: string }[]): { value: string; text: string }[] =>
    named.map((one) => ({ value: String(one.id), text: one.name }));
  const states = lifeStates.filter((state) => openLifeStates.includes(state) !== isEndless(queue));
  const filtered = Object.keys(filter).length > 0;
  // The queue of one state cannot be narrowed by it, and one that grows for ever is in the order in which they came.
  const manyStates = ['open', 'mine', 'service', 'closed'].includes(queue);
  const [isOpen, setOpen] = React.useState(false);
  const number = Object.keys(filter).length;
  return (
    <>
      <button type="button" className={styles.toggle} aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>
        {number === 0 ? strings.Filters : format(strings.FiltersSet, number)}
      </button>
      <div id={id} className={isOpen ? `${styles.filters} ${styles.opened}` : styles.filters}>
        {pill(
          'member',
          strings.Member,
          String(filter.memberId ?? ''),
          rows(start.members.filter(({ isServing, id: one }) => isServing || one === filter.memberId))
        )}
        {pill('ward', strings.Ward, String(filter.wardId ?? ''), rows(start.wards))}
        {pill('service', strings.Service, String(filter.serviceId ?? ''), rows(start.services))}
        {pill(
          'kind',
          strings.Kind,
          filter.kind ?? '',
          start.kinds.map((kind) => ({ value: kind.id, text: kind.title }))
        )}
        {manyStates &&
          pill(
            'state',
            strings.State,
            filter.state ?? '',
            states.map((state) => ({ value: state, text: stateText(state) }))
          )}
        <span className={styles.dates}>
          <label htmlFor={`${id}-from`}>{strings.CameFrom}</label>
          <input
            id={`${id}-from`}
            type="date"
            value={filter.from ?? ''}
            max={filter.to}
            onChange={({ target }) => set('from', target.value)}
          />
          <label htmlFor={`${id}-to`}>{strings.CameTo}</label>
          <input id={`${id}-to`} type="date" value={filter.to ?? ''} min={filter.from} onChange={({ target }) => set('to', target.value)} />
        </span>
        {!isEndless(queue) && (
          <Pill
            label={strings.SortBy}
            text={format(strings.Chosen, strings.SortBy, sortText(choice.sort ?? usualSort(queue)))}
            value={choice.sort ?? usualSort(queue)}
            options={sortNames.map((sort) => ({ value: sort, text: sortText(sort) }))}
            onChange={(sort) => set('sort', sort === usualSort(queue) ? '' : sort)}
          />
        )}
        {filtered && (
          <button
            type="button"
            className={styles.clear}
            onClick={() =>
              go(
                {
                  member: undefined,
                  ward: undefined,
                  service: undefined,
                  kind: undefined,
                  state: undefined,
                  from: undefined,
                  to: undefined
                },
                'replace'
              )
            }
          >
            {strings.ClearAll}
          </button>
        )}
      </div>
    </>
  );
};
