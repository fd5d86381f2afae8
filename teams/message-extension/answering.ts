import type { MessagingExtensionActionResponse, MessagingExtensionResponse } from '@microsoft/teams.api';
import { siteClient } from '../../src/data/site-client';
import { britishDateOf } from '../../src/domain/dates';
import type { Ask } from './ask';
import { results, said } from './commands/query';
import { answerWithin, within } from './deadline';
import type { Envelope, InvokeName } from './http/activity';
import { Links } from './links';
import { errorKind, type Log } from './log';
import { Overtaken, RunningSearches } from './overtaken';
import { problemText } from './problem-text';
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
  /** What tells searches of somebody apart; undefined for what is no search. */
  search?: (value: Value) => { kind: string; text: string } | undefined;
  run(value: Value, ask: Ask): Promise<Answer>;
  /** What is answered where there is nothing to say, or nobody may know that there is. */
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
): Promise<Answer & { status?: number }> {
  const { log, searches } = workshop;
  const started = performance.now();
  const done = (outcome: string, more: Record<string, string> = {}): void =>
    log.info('answered', { command: command.name, outcome, milliseconds: Math.round(performance.now() - started), ...more });
  const userId = asked.from.aadObjectId;
  try {
    const running = async (ended?: AbortSignal): Promise<Answer> =>
      within(answerWithin, ended, async (signal) => {
        const state = await workshop.signIn.stateOf({ userId, token: asked.authentication?.token });
        if (state.kind !== 'signed in') {
          done(state.kind);
          return notSignedIn(invoke, state, command);
        }
        const result = await command.run(value, askFor(state.as, signal, workshop));
        done('ok');
        return result;
      });
    const search = command.search?.(value);
    if (!search) return await running();
    return await searches.run([userId, asked.conversation?.id ?? '', search.kind].join('\n'), search.text, running);
  } catch (error) {
    if (error instanceof Overtaken) {
      done('overtaken');
      return results([]);
    }
    done('failed', { kind: errorKind(error) });
    if (command.silent) return command.silent;
    const text = problemText(error);
    return invoke === 'composeExtension/fetchTask' || invoke === 'composeExtension/submitAction'
      ? { task: { type: 'message', value: text } }
      : said(text);
  }
}

/** Does something as somebody within the time of an answer. */
export const asUser = <T>(as: SignedIn, workshop: Workshop, action: (ask: Ask) => Promise<T>): Promise<T> =>
  within(answerWithin, undefined, (signal) => action(askFor(as, signal, workshop)));

/** Teams is asked to sign somebody in; who is refused is told nothing else. */
function notSignedIn<Value>(invoke: InvokeName, state: Exclude<SignInState, { kind: 'signed in' }>, { silent }: Command<Value>): Answer {
  if (state.kind === 'refused') {
    if (silent) return silent;
    return invoke === 'composeExtension/fetchTask' ? { task: { type: 'message', value: strings.NoAccess } } : said(strings.NoAccess);
  }
  // A token of single sign-on can be asked for in searches only; otherwise people are shown a page.
  const isQuiet = state.kind === 'sign in' && (invoke === 'composeExtension/query' || invoke === 'composeExtension/queryLink');
  return {
    composeExtension: {
      type: isQuiet ? 'silentAuth' : 'auth',
      suggestedActions: { actions: [{ type: 'openUrl', value: state.page, title: strings.SignIn }] }
    }
  };
}

function askFor(as: SignedIn, signal: AbortSignal, { siteUrl, graphUrl, tabsAppId, kept, throttle, log, now }: Workshop): Ask {
  const { id } = as.person;
  throttle.check(id, answerWithin);
  const sitePath = new URL(siteUrl).pathname.replace(/\/$/, '');
  const turnedAway = (wait: number): void => throttle.turnedAway(id, wait);
  const token = (): Promise<string> => as.sharePointToken();
  const shared = siteClient(siteUrl, token, { patience: longPatience, tries: 4, longestWait, turnedAway });
  const moment = now();
  return {
    ...{ as, siteUrl, sitePath, graphUrl, signal, log },
    sp: siteClient(siteUrl, token, { patience, tries: 3, longestWait, signal, turnedAway }),
    readings: new Readings(kept, shared, sitePath, as.person, moment),
    links: new Links({ siteUrl, tabsAppId }),
    now: moment,
    today: britishDateOf(moment)
  };
}
