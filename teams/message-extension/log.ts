import type { ILogger } from '@microsoft/teams.common';

/** What a line of the log may hold: names of things, numbers and truths. Never what people wrote, nor who they are. */
export type LogFields = Record<string, string | number | boolean | undefined>;

/** Writes a line of JSON. */
export interface Log {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}

/** A log of one line of JSON an event, for whatever collects the service's output. */
export function jsonLog(write: (line: string) => void, now: () => Date = () => new Date()): Log {
  const at =
    (level: string): Log['info'] =>
    (event, fields = {}) =>
      write(JSON.stringify({ time: now().toISOString(), level, event, ...fields }));
  return { info: at('info'), warn: at('warn'), error: at('error') };
}

/** The kind of an error, without its message: that may hold addresses, names and what people wrote. */
export const errorKind = (error: unknown): string => (error instanceof Error ? error.name : typeof error);

/**
 * Of the SDK's own messages only that it failed: it logs whole activities, which hold names and messages, and reasons for
 * refusing tokens with parts of them. What it warns of, the service's own checks say.
 */
export function sdkLogger(log: Log): ILogger {
  const nothing = (): void => undefined;
  const logger: ILogger = {
    debug: nothing,
    info: nothing,
    trace: nothing,
    log: nothing,
    warn: nothing,
    error: (...messages: unknown[]) => log.error('sdk error', { kind: errorKind(messages.find((one) => one instanceof Error)) }),
    child: () => logger
  };
  return logger;
}
