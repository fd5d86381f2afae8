import * as React from 'react';
import { isPlainClick } from '../useAddressState';

/** What a link to another screen of the same web part needs. */
export interface PageLinkProps {
  /** Where it leads when it is opened in a new tab, or sent to somebody. */
  address: string;
  /** Takes the focus when it appears. */
  focused?: boolean;
  className?: string | undefined;
  /** It leads to what is shown already. */
  current?: boolean;
  onOpen(): void;
}

/** A link that opens on the same page, and in a new tab for who wants that. */
export const PageLink: React.FC<PageLinkProps> = ({ address, focused = false, className, current = false, onOpen, children }) => {
  const link = React.useRef<HTMLAnchorElement>(null);
  React.useEffect(() => {
    if (focused) link.current?.focus();
  }, [focused]);
  const open = (event: React.MouseEvent): void => {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    onOpen();
  };
  return (
    <a ref={link} className={className} href={address} onClick={open} aria-current={current ? 'page' : undefined}>
      {children}
    </a>
  );
};
