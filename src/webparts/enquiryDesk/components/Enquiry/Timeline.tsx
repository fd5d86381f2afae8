import * as React from 'react';
import * as strings from 'EnquiryDeskStrings';
import type { EnquiryDocument, OfficerNote, OneEnquiry } from '../../../../data/desk/one-enquiry';
import type { EnquiryMessage } from '../../../../domain/enquiries/life';
import { format } from '../../../../ui/format';
import { momentText } from '../words';
import { eventText, saidWith } from './eventText';
import styles from './Enquiry.module.scss';

/** A document, to be looked at in the browser where that can be done. */
export const DocumentLink: React.FC<{ name: string; document: EnquiryDocument | undefined }> = ({ name, document }) =>
  document ? (
    <a
      className={styles.document}
      href={`${document.url.split('/').map(encodeURIComponent).join('/')}?web=1`}
      target="_blank"
      rel="noreferrer"
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d="M5 8l4.5-4.5a2 2 0 0 1 3 3L6 13a3.2 3.2 0 0 1-4.5-4.5L8 2" />
      </svg>
      {name}
      <span className={styles.hidden}> {strings.NewWindow}</span>
    </a>
  ) : (
    <span className={styles.document}>{name}</span>
  );

/** What happened, with what was said. */
const Said: React.FC<{ message: EnquiryMessage; text: string; enquiry: OneEnquiry }> = ({ message, text, enquiry }) => {
  const names = message.details.documents ?? [];
  return (
    <li className={styles.card}>
      <p className={styles.head}>
        <strong>{message.authorName}</strong>
        {message.event !== 'sent' && <span> {eventText(message)}</span>}
        <span className={styles.quiet}> {momentText(message.created)}</span>
      </p>
      {text !== '' && (
        <p className={styles.text} dir="auto">
          {text}
        </p>
      )}
      {names.length > 0 && (
        <ul className={styles.documents} aria-label={strings.Documents}>
          {names.map((name) => (
            <li key={name}>
              <DocumentLink name={name} document={enquiry.documents.find((one) => one.name === name)} />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
};

const Note: React.FC<{ note: OfficerNote }> = ({ note }) => (
  <li className={styles.note}>
    <p className={styles.head}>
      <strong>{strings.OfficersNote}</strong>
      <span className={styles.quiet}> {format(strings.NoteBy, note.authorName, momentText(note.created))}</span>
    </p>
    <p className={styles.text} dir="auto">
      {note.text}
    </p>
  </li>
);

/** Where it went when it was sent. */
const sentTo = ({ row, beginning, messages }: OneEnquiry): string => {
  const first = beginning.officer?.name ?? '';
  if (row.isOfficers) return format(strings.SentToWard, row.ward?.name ?? '');
  // Which service it went to first is known as long as it was not passed to another.
  const passedOn = messages.some(({ event }) => event === 'to another service');
  const service = passedOn ? '' : (row.service?.name ?? '');
  if (first !== '') return format(strings.SentToOfficer, first);
  return service === '' ? '' : format(strings.SentToService, service);
};

/** All that happened to an enquiry, the earliest first; for officers with their notes, and with what did not count. */
export const Timeline: React.FC<{ enquiry: OneEnquiry; isOfficer: boolean }> = ({ enquiry, isOfficer }) => {
  const { messages, life, notes = [] } = enquiry;
  type Entry = { at: number; key: string; element: React.ReactElement };
  const happened = messages.flatMap((message): Entry[] => {
    const why = life.voids.get(message.id);
    // References of others' enquiries are for officers.
    const isInHouse = why !== undefined || message.event === 'linked';
    if (message.event === 'seen' || (isInHouse && !isOfficer)) return [];
    const at = message.created.getTime();
    const key = `message ${message.id}`;
    const text = message.event === 'sent' ? enquiry.description : saidWith(message);
    if (why !== undefined) {
      const line = format(strings.NotCounted, message.authorName, eventText(message), momentText(message.created));
      return [
        {
          at,
          key,
          element: (
            <li key={key} className={styles.line}>
              {text === '' ? line : `${line} ${text}`}
            </li>
          )
        }
      ];
    }
    if (message.event === 'sent' || text !== '' || (message.details.documents ?? []).length > 0) {
      const to = message.event === 'sent' ? sentTo(enquiry) : '';
      const said = { at, key, element: <Said key={key} message={message} text={text} enquiry={enquiry} /> };
      return to === ''
        ? [said]
        : [
            said,
            {
              at,
              key: `${key} to`,
              element: (
                <li key={`${key} to`} className={styles.line}>
                  {to}
                </li>
              )
            }
          ];
    }
    const line = format(strings.WhoDid, message.authorName, eventText(message), momentText(message.created));
    return [
      {
        at,
        key,
        element: (
          <li key={key} className={styles.line}>
            {line}
          </li>
        )
      }
    ];
  });
  const noted = notes.map((note): Entry => ({
    at: note.created.getTime(),
    key: `note ${note.id}`,
    element: <Note key={`note ${note.id}`} note={note} />
  }));
  const isSent = messages.some(({ event }) => event === 'sent');
  return (
    <ol className={styles.timeline} aria-label={strings.WhatHappened}>
      {!isSent && (
        <li className={styles.card}>
          <p className={styles.head}>
            <strong>{enquiry.row.member?.name ?? enquiry.senderName}</strong>
            <span className={styles.quiet}> {momentText(enquiry.row.created)}</span>
          </p>
          <p className={styles.text} dir="auto">
            {enquiry.description}
          </p>
        </li>
      )}
      {[...happened, ...noted].sort((a, b) => a.at - b.at).map(({ element }) => element)}
    </ol>
  );
};
