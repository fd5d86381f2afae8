import * as React from 'react';
import { callLink, chatLink } from '../../domain/teams';
import { isPlainClick } from '../useAddressState';
import { useHost } from './host';

/** A link that opens a chat or a call with somebody in Teams: in Teams itself, else in a new tab. */
export const TalkLink: React.FC<{ kind: 'chat' | 'call'; address: string }> = ({ kind, address, children }) => {
  const { [kind]: talk } = useHost();
  const open = (event: React.MouseEvent): void => {
    if (!talk || !isPlainClick(event)) return;
    event.preventDefault();
    talk(address);
  };
  return (
    <a href={kind === 'chat' ? chatLink(address) : callLink(address)} target="_blank" rel="noreferrer" onClick={open}>
      {children}
    </a>
  );
};
