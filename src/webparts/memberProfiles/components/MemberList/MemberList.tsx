import * as React from 'react';
import * as strings from 'MemberProfilesStrings';
import * as uiStrings from 'MemberlinkUiStrings';
import { filterNames } from '../../../../domain/members/filter';
import { format, plural } from '../../../../ui/format';
import { Problem, problemText } from '../../../../ui/problem';
import { isPlainClick } from '../../../../ui/useAddressState';
import type { MemberProfilesSettings } from '../../settings';
import type { ListState } from '../MemberProfiles/types';
import { PrintButton } from '../PrintButton';
import { roleText } from '../roleText';
import { MemberCards } from './MemberCards';
import styles from './MemberList.module.scss';
import { MembersByWard } from './MembersByWard';
import { MemberTable } from './MemberTable';
import { Tools } from './Tools';

/** "42 members in 16 wards, 1 vacant seat" */
function summaryOf({ all, directory: { wards } }: ListState, isWhole: boolean): string {
  const members = plural(all.length, strings.OneMember, strings.Members);
  if (!isWhole || wards.length === 0) return members;
  const summary = format(strings.Summary, members, plural(wards.length, strings.OneWard, strings.Wards));
  const vacancies = wards.reduce((sum, ward) => sum + ward.vacancies, 0);
  return vacancies === 0
    ? summary
    : format(strings.SummaryWithVacancies, summary, plural(vacancies, strings.OneVacancy, strings.Vacancies));
}

/** What was searched and chosen, in words: stands over a print of only some. */
const narrowedTo = ({ query, filters }: ListState): string =>
  [
    query.trim(),
    ...filterNames.map((name) => {
      const value = filters[name] ?? '';
      return name === 'role' && value !== '' ? roleText(value) : value;
    })
  ]
    .filter((text) => text !== '')
    .join(', ');

/** What waits for an owner. */
const Waiting: React.FC<{ state: ListState }> = ({ state: { background, suggestionsAddress, showSuggestions } }) => {
  if (!background?.isOwner || background.openCorrections === 0) return null;
  const open = (event: React.MouseEvent): void => {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    showSuggestions();
  };
  return (
    <a href={suggestionsAddress || '#'} onClick={open}>
      {plural(background.openCorrections, strings.OneSuggestion, strings.Suggestions)}
    </a>
  );
};

/** The members of the council, to browse and to search. */
export const MemberList: React.FC<{ state: ListState; settings: MemberProfilesSettings; organisation: string }> = ({
  state,
  settings,
  organisation
}) => {
  const { all, found, query, isNarrowed, view, lastOpened, moved, failure, retry } = state;
  const heading = React.useRef<HTMLHeadingElement>(null);
  const [returnTo] = React.useState(lastOpened);
  React.useEffect(() => {
    if (moved && !(returnTo !== undefined && found.some(({ member }) => member.id === returnTo))) heading.current?.focus();
    // Only when the list appears.
  }, []);
  const title = settings.title || strings.Heading;
  const isWhole = (settings.selection ?? 'all') === 'all';
  const compact = settings.compact ?? false;
  return (
    <section aria-label={title}>
      <div className={styles.title}>
        <h2 className={styles.heading} ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <div className={styles.actions}>
          <Waiting state={state} />
          {all.length > 0 && (
            <PrintButton
              organisation={organisation}
              title={isNarrowed ? format(strings.FilterValue, title, narrowedTo(state)) : title}
              members={found}
              directory={state.directory}
              label={isNarrowed ? strings.PrintThese : strings.PrintAll}
            />
          )}
        </div>
      </div>
      <p className={styles.summary}>{summaryOf(state, isWhole)}</p>
      {failure !== undefined && (
        <div className={styles.failure}>
          <Problem {...problemText(failure)} retryLabel={uiStrings.TryAgain} onRetry={retry} />
        </div>
      )}
      {all.length === 0 && !isNarrowed && !state.former ? (
        <div className={styles.nobody}>
          <h3>{isWhole ? strings.Empty : strings.EmptySelection}</h3>
          <p>{isWhole ? strings.EmptyAdvice : strings.EmptySelectionAdvice}</p>
        </div>
      ) : (
        <>
          <Tools state={state} settings={settings} />
          {found.length === 0 ? (
            <div className={styles.nobody}>
              <h3>{query.trim() === '' ? strings.NobodyLeft : format(strings.NobodyFound, query.trim())}</h3>
              <p>{state.placesLoading ? strings.PlacesLoading : strings.NobodyFoundAdvice}</p>
            </div>
          ) : view === 'table' ? (
            <MemberTable state={state} compact={compact} returnTo={returnTo} />
          ) : view === 'wards' ? (
            <MembersByWard state={state} everyWard={!isNarrowed && isWhole} returnTo={returnTo} />
          ) : (
            <MemberCards state={state} compact={compact} returnTo={returnTo} />
          )}
        </>
      )}
    </section>
  );
};
