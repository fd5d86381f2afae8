import * as React from 'react';

/** Nearer to both edges of the window than this, in pixels, a web part has no frame around it. */
const frame = 4;

/**
 * Whether an element reaches from edge to edge of the window, as in a full-width section or a Teams tab. There the host
 * leaves no space around a web part, so it has to make its own.
 */
export function useEdgeToEdge(element: React.RefObject<HTMLElement>): boolean {
  const [edgeToEdge, setEdgeToEdge] = React.useState(false);
  React.useLayoutEffect(() => {
    const { current } = element;
    if (!current) return undefined;
    const look = (): void => {
      const { left, right } = current.getBoundingClientRect();
      setEdgeToEdge(left < frame && right > document.documentElement.clientWidth - frame);
    };
    const observer = new ResizeObserver(look);
    observer.observe(current);
    look();
    return () => observer.disconnect();
  }, [element]);
  return edgeToEdge;
}
