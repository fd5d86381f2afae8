import * as React from 'react';
import * as strings from 'MemberlinkUiStrings';

/** A link that can be copied, and what became of that. */
export interface CopiedLink {
  /** For a status message; empty until somebody copies. */
  said: string;
  /** The link, where it has to be copied by hand; else empty. */
  link: string;
  copy(): void;
}

/** Copies an address. Some hosts keep the clipboard to themselves: then the link stands there to be copied by hand. */
export function useCopyLink(address: string): CopiedLink {
  const [said, setSaid] = React.useState('');
  const [link, setLink] = React.useState('');
  React.useEffect(() => {
    setSaid('');
    setLink('');
  }, [address]);
  const copy = (): void => {
    const byHand = (): void => {
      setLink(address);
      setSaid(strings.CopyByHand);
    };
    if (!navigator.clipboard) byHand();
    else navigator.clipboard.writeText(address).then(() => setSaid(strings.LinkCopied), byHand);
  };
  return { said, link, copy };
}
