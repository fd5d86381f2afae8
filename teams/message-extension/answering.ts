import type { MessagingExtensionActionResponse, MessagingExtensionResponse } from '@microsoft/teams.api';
import { toDataError } from '../../src/data/errors';
import { siteClient } from '../../src/data/site-client';
import { britishDateOf } from '../../src/domain/dates';
import type { Ask } from './ask';
import { results, said } from './commands/query';
import { answerWithin, within } from './deadline';
import type { Envelope, InvokeName } from './http/activity';
import { Links } from './links';
import { errorKind, type Log } from './log';
import { Overtaken, type RunningSearches } from './overtaken';
import { problemText } from './problem-text';
import type { NoticeRate } from './notice-rate';
import { Readings, type KeptReadings } from './readings';
import type { SignedIn, SignIn, SignInState } from './sign-in/types';
import { strings } from './strings';
import type { Throttle } from './throttle';

/** An answer to Teams. */
export type Answer = MessagingExtensionResponse | MessagingExtensionActionResponse;

/** What answers are made with. */
export interface Workshop {
  siteUrl: string;
  graphUrl: string;
  tabsAppId: string;
  signIn: SignIn;
  kept: KeptReadings;
  throttle: Throttle;
  noticeRate: NoticeRate;
  searches: RunningSearches;
  log: Log;
  now(): Date;
}

/** A request of SharePoint's, of which several fit into Teams' time. In milliseconds. */
const patience = answerWithin;
/** What is read for the next search too goes on when this one ends. In milliseconds. */
const longPatience = 10_000;
/** A longer wait is told to who asks. In milliseconds. */
const longestWait = answerWithin / 2;

/** What a command is asked with, and how it answers. */
export interface Command<Value> {
  /** As the log calls it. */
  name: string;
  /** What tells searches of somebody apart; absent for what is no search. */
  search?: (value: Value) => { kind: string; text: string };
  run(value: Value, ask: Ask): Promise<Answer>;
  /** What is answered where something fails, or nobody may know that there is something; absent for words that say what it is. */
  silent?: Answer;
}

type Asked = Pick<Envelope, 'from' | 'conversation'> & { authentication?: { token?: string | undefined } | null | undefined };

/** Signs in, runs a command within Teams' time, and turns what goes wrong into words. Never throws. */
export async function answer<Value>(
  invoke: InvokeName,
  command: Command<Value>,
  value: Value,
  asked: Asked,
  workshop: Workshop
): Promise<Answer> {
  const started = performance.now();
  const userId = asked.from.aadObjectId;
  const done = (outcome: string, more: Record<string, string> = {}): void =>
    workshop.log.info('answered', { command: command.name, outcome, milliseconds: Math.round(performance.now() - started), ...more });
  const running = (ended?: AbortSignal): Promise<{ outcome: string; result: Answer }> =>
    within(answerWithin, ended, async (signal) => {
      const state = await workshop.signIn.stateOf({ userId, token: asked.authentication?.token });
      if (state.kind !== 'signed in') return { outcome: state.kind, result: notSignedIn(invoke, state, command) };
      return { outcome: 'ok', result: await command.run(value, await askFor(state.as, signal, workshop)) };
    });
  try {
    const search = command.search?.(value);
    const { outcome, result } = search
      ? await workshop.searches.run([userId, asked.conversation?.id ?? '', search.kind].join('\n'), search.text, running)
      : await running();
    done(outcome);
    return result;
  } catch (error) {
    if (error instanceof Overtaken) {
      done('overtaken');
      return results([]);
    }
    done('failed', { kind: errorKind(error) });
    if (toDataError(error, '').problem.kind === 'signed out') {
      // SharePoint does not take their token any more: they sign in anew.
      return notSignedIn(invoke, await workshop.signIn.forget(userId), command);
    }
    return command.silent ?? words(invoke, problemText(error));
  }
}

/** A sentence, as Teams shows it for what was asked. */
const words = (invoke: InvokeName, text: string): Answer =>
  invoke === 'composeExtension/fetchTask' ? { task: { type: 'message', value: text } } : said(text);

/** Does something as somebody within the time of an answer. */
export const asUser = <T>(as: SignedIn, workshop: Workshop, action: (ask: Ask) => Promise<T>): Promise<T> =>
  within(answerWithin, undefined, async (signal) => action(await askFor(as, signal, workshop)));

/** Teams is asked to sign somebody in; who is refused is told nothing else. */
function notSignedIn<Value>(invoke: InvokeName, state: Exclude<SignInState, { kind: 'signed in' }>, { silent }: Command<Value>): Answer {
  if (state.kind === 'refused') return silent ?? words(invoke, strings.NoAccess);
  // A token of single sign-on can be asked for in searches only; otherwise people are shown a page.
  const isQuiet = state.kind === 'sign in' && (invoke === 'composeExtension/query' || invoke === 'composeExtension/queryLink');
  return {
    composeExtension: {
      type: isQuiet ? 'silentAuth' : 'auth',
      suggestedActions: { actions: [{ type: 'openUrl', value: state.page, title: strings.SignIn }] }
    }
  };
}

async function askFor(as: SignedIn, signal: AbortSignal, workshop: Workshop): Promise<Ask> {
  const { siteUrl, graphUrl, tabsAppId, kept, throttle, log, now, noticeRate } = workshop;
  const { id } = as.person;
  await throttle.passed(id, longestWait, signal);
  const sitePath = decodeURIComponent(new URL(siteUrl).pathname).replace(/\/$/, '');
  const turnedAway = (wait: number): void => throttle.turnedAway(id, wait);
  const token = (): Promise<string> => as.sharePointToken();
  const shared = siteClient(siteUrl, token, { patience: longPatience, tries: 4, longestWait, turnedAway });
  const moment = now();
  return {
    ...{ as, siteUrl, sitePath, graphUrl, signal, log, noticeRate, turnedAway },
    sp: siteClient(siteUrl, token, { patience, tries: 3, longestWait, signal, turnedAway }),
    readings: new Readings(kept, shared, sitePath, as.person, moment),
    links: new Links({ siteUrl, tabsAppId }),
    now: moment,
    today: britishDateOf(moment)
  };
}
