import * as React from 'react';

let last = 0;

/** An id that no other element of the page has, for labels. React 17 has none of its own. */
export function useId(prefix: string): string {
  const [id] = React.useState(() => `ml-${prefix}-${(last += 1)}`);
  return id;
}
