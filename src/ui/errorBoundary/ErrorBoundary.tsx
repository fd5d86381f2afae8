import * as React from 'react';

/** What an error boundary needs. */
export interface ErrorBoundaryProps {
  /** What is shown in place of a part that failed. */
  fallback: (error: Error) => React.ReactNode;
}

interface ErrorBoundaryState {
  error?: Error;
}

/** Shows something in place of a part of the screen that failed: a fault, or a chunk that could not be loaded. */
export class ErrorBoundary extends React.Component<ErrorBoundaryProps, ErrorBoundaryState> {
  public override state: ErrorBoundaryState = {};

  public static getDerivedStateFromError(error: Error): ErrorBoundaryState {
    return { error };
  }

  public override render(): React.ReactNode {
    return this.state.error ? this.props.fallback(this.state.error) : this.props.children;
  }
}
