import * as React from 'react';
import * as strings from 'ProtocolGuideStrings';
import * as uiStrings from 'MemberlinkUiStrings';
import { monthAndYear } from '../../../../domain/dates';
import { isReviewOverdue, versionBefore } from '../../../../domain/protocol/protocol';
import { format, plural } from '../../../../ui/format';
import { PageLink } from '../../../../ui/pageLink';
import { Problem, problemText } from '../../../../ui/problem';
import { SearchField } from '../../../../ui/searchField';
import { EarlierVersion } from '../EarlierVersion';
import guideStyles from '../guide.module.scss';
import { PrintProtocol } from '../PrintProtocol';
import type { HomeState, Place, ProtocolGuideProps } from '../ProtocolGuide/types';
import { Acknowledge } from './Acknowledge';
import styles from './Home.module.scss';
import { Results } from './Results';

const Link: React.FC<{ to: Place; state: HomeState }> = ({ to, state, children }) => (
  <PageLink address={state.addressOf(to)} onOpen={() => state.open(to)}>
    {children}
  </PageLink>
);

/** What owners look after. */
const OwnersLinks: React.FC<{ state: HomeState }> = ({ state }) => {
  const { background, parts } = state;
  if (!background?.isOwner) return null;
  const faults = parts.kind === 'ready' ? parts.parts.pack.faults.length : 0;
  return (
    <div className={guideStyles.links}>
      {faults > 0 && (
        <Link to={{ screen: 'faults' }} state={state}>
          {plural(faults, strings.OneFault, strings.Faults)}
        </Link>
      )}
      {background.openCorrections > 0 && (
        <Link to={{ screen: 'suggestions' }} state={state}>
          {plural(background.openCorrections, strings.OneSuggestion, strings.Suggestions)}
        </Link>
      )}
      <Link to={{ screen: 'readers' }} state={state}>
        {strings.Readers}
      </Link>
    </div>
  );
};

/** Version, review, and what is to be said of them. */
const About: React.FC<{ state: HomeState }> = ({ state }) => {
  const { version, background, today } = state;
  const { title, version: name, nextReview, ownerRole } = version;
  const overdue = isReviewOverdue(version, today);
  return (
    <>
      <p className={guideStyles.quiet}>
        {format(strings.About, title, name)} {nextReview !== undefined && !overdue && format(strings.NextReview, monthAndYear(nextReview))}
      </p>
      {version.isCurrent && overdue && background?.isOwner && nextReview !== undefined && (
        <p className={guideStyles.notice}>
          {ownerRole === ''
            ? format(strings.ReviewOverdueNobody, monthAndYear(nextReview))
            : format(strings.ReviewOverdue, monthAndYear(nextReview), ownerRole)}
        </p>
      )}
      <EarlierVersion state={state} />
    </>
  );
};

/** What somebody in a role looks for. */
const RoleCard: React.FC<{ role: string; title: string; state: HomeState }> = ({ role, title, state }) => (
  <section className={styles.role}>
    <h3>{title}</h3>
    <ul>
      <li>
        <Link to={{ screen: 'expect', role }} state={state}>
          {strings.Expect}
        </Link>
      </li>
      <li>
        <Link to={{ screen: 'roles', role }} state={state}>
          {strings.Does}
        </Link>
      </li>
      <li>
        <Link to={{ screen: 'wrong', role }} state={state}>
          {strings.Wrong}
        </Link>
      </li>
    </ul>
  </section>
);

/** The first screen: one question, and what it finds; then what members and officers look for, and all clauses. */
export const Home: React.FC<{ state: HomeState; props: ProtocolGuideProps }> = ({ state, props }) => {
  const { question, found, clauses, version, versions, moved } = state;
  const heading = React.useRef<HTMLHeadingElement>(null);
  React.useEffect(() => {
    if (moved) heading.current?.focus();
    // Only when the screen appears.
  }, []);
  const title = props.settings.title || strings.Heading;
  const isAsking = question.trim() !== '';
  const before = versionBefore(version, versions);
  return (
    <section aria-label={title}>
      <div className={guideStyles.title}>
        <h2 className={guideStyles.heading} ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <OwnersLinks state={state} />
      </div>
      <About state={state} />
      {state.backgroundProblem && (
        <Problem {...problemText(state.backgroundProblem.error)} retryLabel={uiStrings.TryAgain} onRetry={state.backgroundProblem.retry} />
      )}
      {clauses.length === 0 ? (
        <p>{strings.NoClauses}</p>
      ) : (
        <>
          <div role="search" className={styles.search}>
            <SearchField
              label={strings.SearchLabel}
              placeholder={strings.SearchPlaceholder}
              value={question}
              onChange={state.setQuestion}
            />
          </div>
          <p role="status" className={styles.count}>
            {isAsking && plural(found.length, strings.FoundOne, strings.Found)}
          </p>
          {isAsking && <Results state={state} />}
          <div className={styles.roles}>
            <RoleCard role="member" title={strings.RoleMember} state={state} />
            <RoleCard role="officer" title={strings.RoleOfficer} state={state} />
          </div>
          <Acknowledge state={state} props={props} />
          <div className={guideStyles.links}>
            <Link to={{ screen: 'roles' }} state={state}>
              {strings.ByRole}
            </Link>
            <Link to={{ screen: 'whole' }} state={state}>
              {strings.Whole}
            </Link>
            {before && (
              <Link to={{ screen: 'changes' }} state={state}>
                {format(strings.Changes, before.version)}
              </Link>
            )}
            <Link to={{ screen: 'reading' }} state={state}>
              {strings.Reading}
            </Link>
            <PrintProtocol state={state} props={props} />
          </div>
          {!isAsking && (
            <nav className={styles.all} aria-label={strings.AllClauses}>
              <h3>{strings.AllClauses}</h3>
              <ul>
                {clauses.map((clause) => (
                  <li key={clause.id}>
                    <Link to={{ clause: clause.number }} state={state}>
                      <span className={guideStyles.number}>{clause.number}</span>
                      {clause.heading}
                    </Link>
                  </li>
                ))}
              </ul>
            </nav>
          )}
        </>
      )}
    </section>
  );
};
