import * as React from 'react';
import * as strings from 'MemberProfilesStrings';
import type { Directory, Member } from '../../../../domain/members/member';
import { format, plural } from '../../../../ui/format';
import { MemberCard } from './MemberCard';
import styles from './MemberList.module.scss';

/** What the list shows. */
export interface MemberListProps {
  directory: Directory;
  found: Member[];
  query: string;
  setQuery: (query: string) => void;
  open: (member: Member) => void;
  /** The member whose profile was open before. */
  lastOpened: number | undefined;
  /** The reader came from another screen: the focus goes to the card they opened, or to the heading. */
  moved: boolean;
}

const memberCount = (number: number): string => plural(number, strings.OneMember, strings.Members);

function summaryOf({ members, wards }: Directory): string {
  const vacancies = wards.reduce((sum, ward) => sum + ward.vacancies, 0);
  // Wards that a boundary review left behind have neither members nor vacant seats.
  const wardIds = new Set(members.map(({ ward }) => ward?.id));
  const inUse = wards.filter((ward) => wardIds.has(ward.id) || ward.vacancies > 0);
  const summary = format(strings.Summary, memberCount(members.length), plural(inUse.length, strings.OneWard, strings.Wards));
  return vacancies > 0 ? format(strings.SummaryWithVacancies, summary, plural(vacancies, strings.OneVacancy, strings.Vacancies)) : summary;
}

/** All members as cards, with a search over names, wards and parties. */
export const MemberList: React.FC<MemberListProps> = ({ directory, found, query, setQuery, open, lastOpened, moved }) => {
  const field = React.useRef<HTMLInputElement>(null);
  const id = React.useMemo(() => `member-search-${Math.random().toString(36).slice(2)}`, []);
  const heading = React.useRef<HTMLHeadingElement>(null);
  const returnTo = moved ? found.find((member) => member.id === lastOpened)?.id : undefined;
  React.useEffect(() => {
    if (moved && returnTo === undefined) heading.current?.focus();
    // When the list appears, and never while somebody types.
  }, []);
  const clear = (): void => {
    setQuery('');
    field.current?.focus();
  };
  const searching = query.trim() !== '';
  const all = directory.members.length;
  return (
    <section aria-label={strings.Heading}>
      <h2 className={styles.heading} ref={heading} tabIndex={-1}>
        {strings.Heading}
      </h2>
      <p className={styles.summary}>{summaryOf(directory)}</p>
      {all === 0 ? (
        <div className={styles.nobody}>
          <h3>{strings.Empty}</h3>
          <p>{strings.EmptyAdvice}</p>
        </div>
      ) : (
        <>
          <div className={styles.tools} role="search">
            <div className={styles.search}>
              <label className={styles.hidden} htmlFor={id}>
                {strings.SearchLabel}
              </label>
              <svg viewBox="0 0 16 16" aria-hidden="true">
                <circle cx="6.5" cy="6.5" r="4.75" />
                <path d="M10 10l4.5 4.5" />
              </svg>
              <input
                id={id}
                ref={field}
                type="text"
                enterKeyHint="search"
                autoComplete="off"
                spellCheck={false}
                placeholder={strings.SearchPlaceholder}
                value={query}
                onChange={({ target }) => setQuery(target.value)}
                onKeyDown={({ key }) => key === 'Escape' && clear()}
              />
            </div>
            <span className={styles.count} role="status">
              {searching && format(strings.Found, found.length, memberCount(all))}
            </span>
            {searching && (
              <button type="button" className={styles.clear} onClick={clear}>
                {strings.Clear}
                <span className={styles.hidden}> {strings.SearchLabel}</span>
              </button>
            )}
          </div>
          {found.length === 0 ? (
            <div className={styles.nobody}>
              <h3>{format(strings.NobodyFound, query.trim())}</h3>
              <p>{strings.NobodyFoundAdvice}</p>
            </div>
          ) : (
            <ul className={styles.cards}>
              {found.map((member) => (
                <MemberCard key={member.id} member={member} parties={directory.parties} focused={member.id === returnTo} onOpen={open} />
              ))}
            </ul>
          )}
        </>
      )}
    </section>
  );
};
