import * as React from 'react';
import * as strings from 'RaiseEnquiryStrings';
import { chosenService, todayOf } from '../../../../domain/enquiries/form';
import { holderOf, recipientOf, type Recipient } from '../../../../domain/enquiries/recipient';
import { generalContactOf, type Officer, type Service } from '../../../../domain/officers/officer';
import type { Signpost } from '../../../../domain/protocol/pack';
import { foldText } from '../../../../domain/text';
import { mailto } from '../../../../ui/mailto';
import type { FormState } from '../RaiseEnquiry';
import styles from './pages.module.scss';

/** Telephone numbers of a text, to be called by pressing them. */
const withNumbers = (text: string): React.ReactNode[] =>
  text.split(/(\b0\d{3,4} \d{5,7}\b|\b999\b|\b101\b|\b111\b)/).map((part, index) =>
    index % 2 === 1 ? (
      <a key={index} className={styles.phone} href={`tel:${part.replace(/\s/g, '')}`}>
        {part}
      </a>
    ) : (
      part
    )
  );

const Person: React.FC<{ officer: Officer }> = ({ officer: { name, job, email, phone } }) => (
  <li>
    <strong>{name}</strong>
    {job && `, ${job}`}
    {phone && (
      <>
        <br />
        <a href={`tel:${phone.replace(/\s/g, '')}`}>{phone}</a>
      </>
    )}
    {email && (
      <>
        <br />
        <a href={mailto(email)}>{email}</a>
      </>
    )}
  </li>
);

/** How a service takes what is routine. */
const Routine: React.FC<{ service: Service }> = ({ service }) => (
  <li>
    <strong>{service.title}</strong>
    {service.routine && <p>{withNumbers(service.routine)}</p>}
    {service.routineLink && (
      <p>
        <a href={service.routineLink} target="_blank" rel="noreferrer">
          {strings.ReportPage}
        </a>
      </p>
    )}
  </li>
);

/** Whom to turn to: as the protocol says, with what the officer directory knows. */
export const SignpostContact: React.FC<{ state: FormState; contact: Signpost['contact'] | undefined; isRoutine: boolean }> = ({
  state: { context, answers },
  contact,
  isRoutine
}) => {
  const { directory } = context;
  if (!contact && !isRoutine) return null;
  const service = chosenService(context, answers);
  const general = directory && generalContactOf(directory);
  const named =
    contact?.service === undefined
      ? undefined
      : directory?.services.find(({ title }) => foldText(title) === foldText(contact.service ?? ''));
  const people: Officer[] = [];
  const keep = ({ officer }: Recipient): void => {
    if (officer && !people.includes(officer)) people.push(officer);
  };
  if (directory) {
    const today = todayOf(context);
    if (named) keep(recipientOf(undefined, named, today, directory));
    // Where no service is concerned, whoever has the post.
    const holder = contact?.seniority && !service ? holderOf(contact.seniority, directory) : undefined;
    if (holder) people.push(holder);
    else if (contact?.seniority && service)
      keep(recipientOf({ id: '', text: '', source: 'our default', to: [{ seniority: contact.seniority }] }, service, today, directory));
  }
  const lines = [...new Set((directory?.services ?? []).map(({ outOfHours }) => outOfHours).filter((text) => text !== ''))];
  const own = (service ?? general)?.outOfHours || lines[0];
  return (
    <ul className={styles.contacts}>
      {contact?.outOfHours && (own ? <li>{withNumbers(own)}</li> : <li>{directory ? strings.NoOutOfHours : strings.DirectoryLoading}</li>)}
      {contact?.outOfHours && lines.length > 1 && (
        <li>
          <details>
            <summary>{strings.OtherLines}</summary>
            {(directory?.services ?? [])
              .filter(({ outOfHours }) => outOfHours !== '' && outOfHours !== own)
              .map(({ id, title, outOfHours }) => (
                <p key={id}>
                  <strong>{title}</strong>: {withNumbers(outOfHours)}
                </p>
              ))}
          </details>
        </li>
      )}
      {people.map((officer) => (
        <Person key={officer.id} officer={officer} />
      ))}
      {contact?.name && people.length === 0 && (
        <li>
          <strong>{contact.name}</strong>
        </li>
      )}
      {contact?.phone && (
        <li>
          <a className={styles.phone} href={`tel:${contact.phone.replace(/\s/g, '')}`}>
            {contact.phone}
          </a>
        </li>
      )}
      {contact?.email && (
        <li>
          <a href={mailto(contact.email)}>{contact.email}</a>
        </li>
      )}
      {contact?.link && (
        <li>
          <a href={contact.link} target="_blank" rel="noreferrer">
            {contact.link}
          </a>
        </li>
      )}
      {isRoutine && (service ?? general) && <Routine service={(service ?? general) as Service} />}
    </ul>
  );
};
