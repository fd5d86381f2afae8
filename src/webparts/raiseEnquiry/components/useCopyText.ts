import * as React from 'react';
import * as strings from 'RaiseEnquiryStrings';

/** Takes a text along to the clipboard. Some hosts keep it to themselves: that is said. */
export function useCopyText(text: string): { said: string; copy: () => void } {
  const [said, setSaid] = React.useState('');
  return {
    said,
    copy: () => {
      const failed = (): void => setSaid(strings.NotCopied);
      if (!navigator.clipboard) failed();
      else navigator.clipboard.writeText(text).then(() => setSaid(strings.Copied), failed);
    }
  };
}
