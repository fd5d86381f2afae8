import * as React from 'react';

/**
 * A value that follows only once what drives it has stood still for a while, for what need not follow at once. What
 * changes without the driver changing is followed at once.
 */
export function useLater<T>(value: T, driver: unknown, milliseconds: number): T {
  const [settled, setSettled] = React.useState({ value, driver });
  React.useEffect(() => {
    const timer = window.setTimeout(() => setSettled({ value, driver }), milliseconds);
    return () => window.clearTimeout(timer);
  }, [value, driver, milliseconds]);
  return settled.driver === driver ? value : settled.value;
}
