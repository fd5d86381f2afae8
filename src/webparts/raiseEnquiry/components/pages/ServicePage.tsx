import * as React from 'react';
import * as strings from 'RaiseEnquiryStrings';
import * as uiStrings from 'MemberlinkUiStrings';
import { chosenService, todayOf, type FormContext } from '../../../../domain/enquiries/form';
import { submissionOf } from '../../../../domain/enquiries/submission';
import { searchServices } from '../../../../domain/officers/search';
import type { Service } from '../../../../domain/officers/officer';
import type { EnquiryAnswers } from '../../../../domain/enquiries/answers';
import { plural } from '../../../../ui/format';
import { Problem, problemText } from '../../../../ui/problem';
import { useLater } from '../../../../ui/useLater';
import { AlikeBox } from '../AlikeBox';
import { Radios, Select } from '../../../../ui/fields';
import { faultOf } from '../faultText';
import { Page, type PageProps } from '../Page';
import { recipientText } from '../recipientText';
import styles from './pages.module.scss';

/** The value of "I do not know". */
const unknown = 'unknown';
/** The count is told when typing pauses. In milliseconds. */
const pause = 1000;

/** Who takes it, if it is about a service. */
const takenBy = (context: FormContext, answers: EnquiryAnswers, service: Service | undefined): string => {
  const submission = submissionOf(context, { ...answers, serviceId: service?.id ?? null });
  return submission ? recipientText(submission.recipient, strings.GoesTo) : '';
};

/** What is it about? The directory's search, and who takes it. */
export const ServicePage: React.FC<PageProps> = ({ state, props }) => {
  const { answers, context } = state;
  const { directory } = context;
  const search = React.useMemo(() => (directory ? searchServices(directory) : undefined), [directory]);
  const about = answers.about ?? '';
  const found = React.useMemo(() => search?.find(about) ?? [], [search, about]);
  const chosen = chosenService(context, answers);
  const services = found.map(({ service }) => service);
  // What was chosen stays in sight while other words are tried.
  const shown = chosen && !services.includes(chosen) ? [chosen, ...services] : services;
  const topicOf = (service: Service | undefined): string => found.find((one) => one.service === service)?.topics[0] ?? '';
  const choose = (id: number | null): void => {
    const service = directory?.services.find((one) => one.id === id);
    state.set({ serviceId: id, topic: topicOf(service) });
  };
  const count = about.trim() === '' ? '' : plural(services.length, strings.OneServiceFound, strings.ServicesFound);
  const told = useLater(count, about, pause);
  const date = todayOf(context);
  const choices = React.useMemo(
    () => [
      ...shown.map((service) => ({ value: String(service.id), label: service.title, hint: takenBy(context, answers, service) })),
      { value: unknown, label: strings.DoNotKnow, ...(answers.serviceId === null ? { hint: takenBy(context, answers, undefined) } : {}) }
    ],
    [shown.map(({ id }) => id).join(), context, date, answers.serviceId, answers.audience, answers.kind]
  );
  return (
    <Page state={state} props={props} title={strings.ServiceQuestion}>
      {state.directoryError !== undefined && (
        <Problem {...problemText(state.directoryError)} retryLabel={uiStrings.TryAgain} onRetry={state.retryDirectory} />
      )}
      <label htmlFor={state.idOf('serviceId').concat('-search')} className={styles.quiet}>
        {strings.ServiceHint}
      </label>
      <input
        id={state.idOf('serviceId').concat('-search')}
        className={styles.search}
        type="text"
        dir="auto"
        enterKeyHint="search"
        autoComplete="off"
        value={about}
        onChange={({ target }) => state.set({ about: target.value })}
      />
      <p role="status" className={styles.quiet}>
        {directory ? told : state.directoryError === undefined ? strings.DirectoryLoading : ''}
      </p>
      {directory && (
        <>
          <Radios
            id={state.idOf('serviceId')}
            label={strings.ServiceLegend}
            hidesLabel={faultOf('serviceId', state) === undefined}
            fault={faultOf('serviceId', state)}
            strong
            choices={choices}
            value={answers.serviceId === undefined ? undefined : answers.serviceId === null ? unknown : String(answers.serviceId)}
            onChange={(value) => choose(value === unknown ? null : Number(value))}
          />
          <AlikeBox state={state} />
          <details className={styles.more}>
            <summary>{strings.AllServices}</summary>
            <Select
              id={state.idOf('serviceId').concat('-all')}
              label={strings.ServiceLegend}
              empty={strings.ChooseService}
              choices={directory.services.map(({ id, title }) => ({ value: String(id), label: title }))}
              value={answers.serviceId ? String(answers.serviceId) : ''}
              onChange={(value) => choose(value === '' ? null : Number(value))}
            />
          </details>
        </>
      )}
    </Page>
  );
};
