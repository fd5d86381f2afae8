import * as strings from 'MemberlinkUiStrings';
import { problemOf } from '../../domain/dataProblem';
import { format } from '../format';

/** What went wrong and what to do about it, in words. */
export function problemText(error: unknown): { title: string; advice: string } {
  const problem = problemOf(error);
  switch (problem.kind) {
    case 'missing list':
      return { title: format(strings.MissingList, problem.list), advice: strings.MissingListAdvice };
    case 'missing column':
      return { title: format(strings.MissingColumn, problem.list, problem.column), advice: strings.MissingColumnAdvice };
    case 'no access':
      return { title: format(strings.NoAccess, problem.list), advice: strings.NoAccessAdvice };
    case 'signed out':
      return { title: strings.SignedOut, advice: strings.SignedOutAdvice };
    case 'busy':
      return { title: strings.Busy, advice: strings.BusyAdvice };
    case 'timed out':
      return { title: strings.TimedOut, advice: strings.TimedOutAdvice };
    case 'changed meanwhile':
      return { title: strings.ChangedElsewhere, advice: strings.ChangedElsewhereAdvice };
    case 'offline':
      return { title: strings.Offline, advice: strings.OfflineAdvice };
    case 'other':
      return { title: strings.OtherProblem, advice: format(strings.OtherProblemAdvice, problem.message) };
  }
}

/** The same where something was to be written: nothing was, and what was typed is still there. */
export function savingProblemText(error: unknown): { title: string; advice: string } {
  const problem = problemOf(error);
  switch (problem.kind) {
    case 'missing list':
      return { title: format(strings.MissingList, problem.list), advice: strings.MissingListSavingAdvice };
    case 'no access':
      return { title: format(strings.NoSavingAccess, problem.list), advice: strings.NoSavingAccessAdvice };
    case 'other':
      return { title: strings.NotSaved, advice: format(strings.OtherProblemAdvice, problem.message) };
    default:
      return problemText(error);
  }
}
