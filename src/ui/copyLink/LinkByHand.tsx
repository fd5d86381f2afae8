import * as React from 'react';
import * as strings from 'MemberlinkUiStrings';

/** A link to copy by hand; nothing where it was copied, or not asked for. */
export const LinkByHand: React.FC<{ link: string }> = ({ link }) =>
  link === '' ? null : <input aria-label={strings.CopyByHand} readOnly value={link} onFocus={({ target }) => target.select()} />;
