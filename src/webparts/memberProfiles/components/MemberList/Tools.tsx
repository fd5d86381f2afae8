import * as React from 'react';
import * as strings from 'MemberProfilesStrings';
import { choicesOf, filterNames, sortNames, type FilterName, type SortName } from '../../../../domain/members/filter';
import { format, plural } from '../../../../ui/format';
import { Pill } from '../../../../ui/pill';
import { SearchField } from '../../../../ui/searchField';
import { useLater } from '../../../../ui/useLater';
import { offers, viewNames, type MemberProfilesSettings, type ViewName } from '../../settings';
import type { ListState } from '../MemberProfiles/types';
import { filterTitle } from '../filterTitle';
import { roleText } from '../roleText';
import styles from './Tools.module.scss';

const sortTitle = (name: SortName): string => ({ name: strings.SortName, ward: strings.Ward, party: strings.Party })[name];
const viewTitle = (name: ViewName): string => ({ cards: strings.Cards, table: strings.Table, wards: strings.ByWard })[name];

/** In milliseconds. */
const typingPause = 150;

/** One of the filters: what it narrows to, and to how many. */
const Filter: React.FC<{ name: FilterName; state: ListState; among: ListState['matching'] }> = ({
  name,
  state: { filters, setFilter },
  among
}) => {
  const chosen = filters[name] ?? '';
  const counted = React.useMemo(() => choicesOf(among, filters, name), [among, filters, name]);
  if (counted.length === 0) return null;
  const textOf = (value: string): string => (name === 'role' ? roleText(value) : value);
  const title = filterTitle(name);
  return (
    <Pill
      label={title}
      text={chosen === '' ? title : format(strings.FilterValue, title, textOf(chosen))}
      value={chosen}
      options={counted.map(({ value, count }) => ({ value, text: format(strings.FilterChoice, textOf(value), count) }))}
      noneText={strings.FilterNone}
      clearLabel={format(strings.ClearFilter, title)}
      onChange={(value) => setFilter(name, value || undefined)}
    />
  );
};

/** Search, filters, order and view. The number of members found is said aloud as it changes. */
export const Tools: React.FC<{ state: ListState; settings: MemberProfilesSettings }> = ({ state, settings }) => {
  const { all, matching, found, query, isNarrowed, sort, view, former, exact, setQuery, setSort, setView, setFormer, clear } = state;
  const field = React.useRef<HTMLInputElement>(null);
  // Hundreds of counts follow when typing pauses, so that they keep nobody from typing.
  const among = useLater(matching, query, typingPause);
  const clearAll = (): void => {
    clear();
    field.current?.focus();
  };
  const count = format(strings.Found, found.length, plural(all.length, strings.OneMember, strings.Members));
  return (
    <div role="search" className={styles.tools}>
      <div className={styles.row}>
        <SearchField ref={field} label={strings.SearchLabel} placeholder={strings.SearchPlaceholder} value={query} onChange={setQuery} />
        <div className={styles.views} role="group" aria-label={strings.View}>
          {viewNames.map((name) => (
            <button key={name} type="button" aria-pressed={name === view} onClick={() => setView(name)}>
              {viewTitle(name)}
            </button>
          ))}
        </div>
      </div>
      <div className={styles.row}>
        {filterNames
          .filter((name) => offers(settings, name))
          .map((name) => (
            <Filter key={name} name={name} state={state} among={among} />
          ))}
        {view !== 'wards' && (
          <Pill
            label={strings.Sort}
            text={format(strings.FilterValue, strings.Sort, sortTitle(sort))}
            value={sort}
            options={sortNames.map((name) => ({ value: name, text: sortTitle(name) }))}
            onChange={(value) => setSort(value as SortName)}
          />
        )}
        <label className={styles.former}>
          <input type="checkbox" checked={former} onChange={({ target }) => setFormer(target.checked)} />
          {strings.Former}
        </label>
        <span className={isNarrowed || state.formerLoading ? styles.count : styles.hidden} role="status">
          {state.formerLoading ? strings.FormerLoading : exact ? count : format(strings.FoundLike, count)}
        </span>
        {(isNarrowed || former) && (
          <button type="button" className={styles.clear} onClick={clearAll}>
            {strings.Clear}
            <span className={styles.hidden}> {strings.ClearAll}</span>
          </button>
        )}
      </div>
    </div>
  );
};
