import * as React from 'react';
import type { IReadonlyTheme } from '@microsoft/sp-component-base';
import { WebPartFrame } from './WebPartFrame';

/**
 * A web part with its frame at once, and what is in it as soon as its code is there: pages without it do without its code.
 *
 * @param load imports the screen
 * @param loading what is said meanwhile
 */
export function lazilyFramed<Props extends { theme: IReadonlyTheme | undefined }>(
  load: () => Promise<{ default: React.ComponentType<Props> }>,
  loading: string
): React.FC<Props> {
  // React's own type loses which props a lazy component takes.
  const Screen = React.lazy(load) as unknown as React.ComponentType<Props>;
  const Framed: React.FC<Props> = (props) => (
    <WebPartFrame theme={props.theme}>
      <React.Suspense fallback={<p role="status">{loading}</p>}>
        <Screen {...props} />
      </React.Suspense>
    </WebPartFrame>
  );
  return Framed;
}
