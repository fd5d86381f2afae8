import { isDate, type Answer } from '../protocol/answers';
import type { Question } from '../protocol/pack';
import { longest, questionAnswer, trimmed, type EnquiryAnswers, type FieldName } from './answers';
import { audiencesFor } from './audience';
import { chosenKind, relevanceFor, todayOf, wardOf, type FormContext } from './form';
import { questionsOn, type PageName } from './pageQuestions';

/** What is wrong with an answer. */
export type FaultKind = 'missing' | 'too long' | 'not a date' | 'in the past' | 'not a number';

/** An answer that has to be mended. */
export interface Fault {
  field: FieldName;
  kind: FaultKind;
  /** The most characters, where it is too long. */
  most?: number;
}

const missing = (field: FieldName, given: unknown): Fault[] =>
  given === undefined || (typeof given === 'string' && given.trim() === '') ? [{ field, kind: 'missing' }] : [];

const tooLong = (field: FieldName, text: string | undefined, most: number): Fault[] =>
  trimmed(text).length > most ? [{ field, kind: 'too long', most }] : [];

function dateFaults(field: FieldName, text: string | undefined, context: FormContext): Fault[] {
  const given = trimmed(text);
  if (given === '') return [];
  if (!isDate(given)) return [{ field, kind: 'not a date' }];
  return given < todayOf(context) ? [{ field, kind: 'in the past' }] : [];
}

function questionFaults({ id, type, optional = false }: Question, given: Answer | undefined): Fault[] {
  const field: FieldName = `question:${id}`;
  const isEmpty = given === undefined || given === null || given === '' || (Array.isArray(given) && given.length === 0);
  // An optional question is answered by leaving it empty.
  if (isEmpty) return optional && given !== undefined ? [] : [{ field, kind: 'missing' }];
  if (type === 'date' && !isDate(String(given))) return [{ field, kind: 'not a date' }];
  if (type === 'number' && !Number.isFinite(given)) return [{ field, kind: 'not a number' }];
  return type === 'text' ? tooLong(field, String(given), longest.questionText) : [];
}

/** What is wrong on a page, in the order of its fields; nothing where it can be left. */
export function faultsOn(page: PageName, context: FormContext, answers: EnquiryAnswers): Fault[] {
  if (page === 'who') return missing('memberId', answers.memberId === null ? 'a ward' : context.member?.id);
  const kind = chosenKind(context, answers);
  if (page === 'kind' || !kind) return page === 'kind' ? missing('kind', kind?.id) : [];
  const relevance = relevanceFor(context, kind);
  const questions = (): Fault[] =>
    questionsOn(page, context, kind, answers).flatMap((question) => questionFaults(question, questionAnswer(answers, question.id)));
  switch (page) {
    case 'first':
      // An optional field counts as asked once it was left empty.
      return [
        ...missing('urgent', answers.urgent),
        ...questions(),
        ...(relevance.early.has('earlierReference') ? askedOnce('earlierReference', answers.earlierReference) : []),
        ...tooLong('earlierReference', answers.earlierReference, longest.line)
      ];
    case 'service':
      return missing('serviceId', answers.serviceId === null ? 'unknown' : answers.serviceId);
    case 'where':
      return [
        ...(answers.widerImpact === true && context.member !== undefined ? [] : missing('wardId', wardOf(context, answers))),
        ...tooLong('place', answers.place, longest.line)
      ];
    case 'what':
      return [
        ...missing('summary', answers.summary),
        ...tooLong('summary', answers.summary, longest.summary),
        ...missing('description', answers.description),
        ...tooLong('description', answers.description, longest.description),
        ...tooLong('wanted', answers.wanted, longest.wanted),
        ...tooLong('place', answers.place, longest.line),
        ...tooLong('earlierReference', answers.earlierReference, longest.line),
        ...dateFaults('neededBy', answers.neededBy, context),
        ...dateFaults('respondBy', answers.respondBy, context),
        ...(relevance.constituent ? missing('forConstituent', answers.forConstituent) : [])
      ];
    case 'constituent':
      return [
        ...missing('authority', answers.authority),
        ...(answers.authority === 'nobody named' ? [] : missing('constituent', answers.constituent)),
        ...tooLong('constituent', answers.constituent, longest.line),
        ...tooLong('constituentContact', answers.constituentContact, longest.line),
        ...missing('sensitive', answers.sensitive),
        ...missing('othersNamed', answers.othersNamed)
      ];
    case 'audience':
      return missing('audience', audiencesFor(context, kind, answers).chosen?.id);
    case 'reach':
      return tooLong('reach', answers.reach, longest.reach);
    default:
      return questions();
  }
}

const askedOnce = (field: FieldName, given: string | undefined): Fault[] => (given === undefined ? [{ field, kind: 'missing' }] : []);

/**
 * The answers once a page is left with "Continue": what may be left empty on it, and was, has been answered by nothing, so
 * that rules know that it was asked.
 */
export function leaving(page: PageName, context: FormContext, answers: EnquiryAnswers): EnquiryAnswers {
  const kind = chosenKind(context, answers);
  if (!kind) return answers;
  const optional = questionsOn(page, context, kind, answers).filter(
    (question) => question.optional && questionAnswer(answers, question.id) === undefined
  );
  const questions =
    optional.length === 0 ? {} : { questions: { ...answers.questions, ...Object.fromEntries(optional.map(({ id }) => [id, null])) } };
  switch (page) {
    case 'first':
      return { ...(relevanceFor(context, kind).early.has('earlierReference') ? { earlierReference: '' } : {}), ...answers, ...questions };
    case 'service':
      // What was typed to find the service says what it is about: nobody is asked twice (WCAG 3.3.7).
      return {
        ...answers,
        ...(trimmed(answers.summary) === '' && trimmed(answers.about) !== '' ? { summary: sentence(answers.about) } : {})
      };
    case 'where':
      return { place: '', otherWardIds: [], widerImpact: false, ...answers };
    case 'what':
      return { wanted: '', place: '', earlierReference: '', neededBy: '', respondBy: '', ...answers };
    case 'constituent':
      return { constituent: '', constituentContact: '', ...answers };
    default:
      return { ...answers, ...questions };
  }
}

/** As a sentence begins, and no longer than a summary. */
function sentence(text: string | undefined): string {
  const given = trimmed(text).slice(0, longest.summary);
  return given.charAt(0).toLocaleUpperCase('en-GB') + given.slice(1);
}
