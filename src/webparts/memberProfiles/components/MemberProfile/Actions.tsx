import * as React from 'react';
import * as strings from 'MemberProfilesStrings';
import type { Described } from '../../../../domain/members/filter';
import { teamsAddressOf, type Directory, type Member } from '../../../../domain/members/member';
import { vCard, vCardFileName } from '../../../../domain/members/vcard';
import { format } from '../../../../ui/format';
import { mailto } from '../../../../ui/mailto';
import { PrintButton } from '../PrintButton';
import styles from './MemberProfile.module.scss';
import { readPicture } from './readPicture';

/** What can be done with a profile. */
export interface ActionsProps {
  member: Member;
  described: Described | undefined;
  directory: Directory;
  organisation: string;
}

/** The address of a profile on this page, without search and filters: what somebody else is sent. */
const linkTo = ({ id }: Member): string => {
  const { origin, pathname } = window.location;
  return `${origin}${pathname}?member=${id}`;
};

function download(text: string, fileName: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/vcard;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(address);
}

/** Ways to reach a member and to take the profile along. What would lead nowhere is not offered. */
export const Actions: React.FC<ActionsProps> = ({ member, described, directory, organisation }) => {
  const [said, setSaid] = React.useState('');
  const [link, setLink] = React.useState('');
  React.useEffect(() => {
    setSaid('');
    setLink('');
  }, [member.id]);
  const teams = encodeURIComponent(teamsAddressOf(member));
  const copy = (): void => {
    const address = linkTo(member);
    // Some hosts keep the clipboard to themselves: then the link stands there to be copied by hand.
    const byHand = (): void => {
      setLink(address);
      setSaid(strings.CopyByHand);
    };
    if (!navigator.clipboard) byHand();
    else navigator.clipboard.writeText(address).then(() => setSaid(strings.LinkCopied), byHand);
  };
  const save = (): void => {
    setSaid('');
    readPicture(member.photo)
      .then((picture) => {
        download(vCard(member, organisation, linkTo(member), picture), vCardFileName(member));
        setSaid(format(picture || member.photo === '' ? strings.ContactSaved : strings.ContactSavedWithoutPhoto, member.name));
      })
      .catch((error: unknown) => setSaid(format(strings.ContactFailed, String(error))));
  };
  return (
    <div className={styles.actions}>
      {member.serving && teams !== '' && (
        <a href={`https://teams.microsoft.com/l/chat/0/0?users=${teams}`} target="_blank" rel="noreferrer">
          {strings.Chat}
        </a>
      )}
      {member.email !== '' && <a href={mailto(member.email)}>{strings.Email}</a>}
      {member.serving && teams !== '' && (
        <a href={`https://teams.microsoft.com/l/call/0/0?users=${teams}`} target="_blank" rel="noreferrer">
          {strings.Call}
        </a>
      )}
      <button type="button" onClick={save}>
        {strings.SaveContact}
      </button>
      <button type="button" onClick={copy}>
        {strings.CopyLink}
      </button>
      {described && (
        <PrintButton
          organisation={organisation}
          title={strings.Profile}
          members={[described]}
          directory={directory}
          label={strings.Print}
        />
      )}
      <span role="status" className={styles.said}>
        {said}
      </span>
      {link !== '' && <input aria-label={strings.CopyByHand} readOnly value={link} onFocus={({ target }) => target.select()} />}
    </div>
  );
};
