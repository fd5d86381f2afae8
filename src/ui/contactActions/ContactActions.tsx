import * as React from 'react';
import * as strings from 'MemberlinkUiStrings';
import { vCard, vCardFileName, type Contact } from '../../domain/vcard';
import { LinkByHand, useCopyLink } from '../copyLink';
import { format } from '../format';
import { TalkLink } from '../host';
import { mailto } from '../mailto';
import { readPicture } from '../readPicture';
import styles from './ContactActions.module.scss';

/** What can be done with a person's profile. */
export interface ContactActionsProps {
  contact: Contact;
  /** Whom to write to in Teams; empty where nobody would answer. */
  teamsAddress: string;
  /** Address of the photograph; empty where there is none. */
  photo: string;
}

function download(text: string, fileName: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/vcard;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(address);
}

/** Ways to reach somebody and to take their profile along. What would lead nowhere is not offered. */
export const ContactActions: React.FC<ContactActionsProps> = ({ contact, teamsAddress, photo, children }) => {
  const { email, address, name } = contact;
  const [saved, setSaved] = React.useState('');
  React.useEffect(() => setSaved(''), [address]);
  const { said, link, copy } = useCopyLink(address);
  const save = (): void => {
    setSaved('');
    readPicture(photo)
      .then((picture) => {
        download(vCard(contact, picture), vCardFileName(contact));
        setSaved(format(picture || photo === '' ? strings.ContactSaved : strings.ContactSavedWithoutPhoto, name));
      })
      .catch((error: unknown) => setSaved(format(strings.ContactFailed, String(error))));
  };
  return (
    <div className={styles.actions}>
      {teamsAddress !== '' && (
        <TalkLink kind="chat" address={teamsAddress}>
          {strings.Chat}
        </TalkLink>
      )}
      {email !== '' && <a href={mailto(email)}>{strings.Email}</a>}
      {teamsAddress !== '' && (
        <TalkLink kind="call" address={teamsAddress}>
          {strings.Call}
        </TalkLink>
      )}
      <button type="button" onClick={save}>
        {strings.SaveContact}
      </button>
      <button
        type="button"
        onClick={() => {
          setSaved('');
          copy();
        }}
      >
        {strings.CopyLink}
      </button>
      {children}
      <span role="status" className={styles.said}>
        {saved || said}
      </span>
      <LinkByHand link={link} />
    </div>
  );
};
