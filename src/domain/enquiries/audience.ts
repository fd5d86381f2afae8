import { audiencesOf, type RuleProblem } from '../protocol/outcome';
import type { Audience, EnquiryKind } from '../protocol/pack';
import type { EnquiryAnswers } from './answers';
import type { EnquiryFolder } from './folders';
import { protocolAnswers, wardOf, type FormContext } from './form';

/** Who may see an enquiry: what can be chosen, and what is chosen unless somebody chooses. */
export interface FormAudiences {
  choices: Audience[];
  chosen?: Audience;
  problems: RuleProblem[];
}

/** Where a protocol names no audience: who raises it and officers (README of packs). */
const plain: Audience = { id: 'member', who: 'member', title: '', text: '', source: 'our default' };

/** Whether there is a folder for an audience: a ward's members see what stands in the folder of their own ward only. */
function hasFolder({ who }: Audience, context: FormContext, answers: EnquiryAnswers): boolean {
  const ward = wardOf(context, answers);
  if (!context.member) return who === 'ward';
  if (who === 'restricted') return context.mayRestrict;
  return who !== 'ward' || (ward !== undefined && ward === context.member.ward?.id);
}

/** The audiences of an enquiry that its folders allow. */
export function audiencesFor(context: FormContext, kind: EnquiryKind, answers: EnquiryAnswers): FormAudiences {
  const { rules } = context.protocol;
  const { choices, chosen, problems } = audiencesOf(rules, kind, protocolAnswers(context, kind, answers, true));
  const possible = choices.filter((audience) => hasFolder(audience, context, answers));
  // Never wider than the protocol has it: what only the Monitoring Officer may see is not opened to others.
  const fallback = choices.some(({ who }) => who === 'restricted') ? [] : [plain];
  const all = possible.length > 0 ? possible : fallback.filter((audience) => hasFolder(audience, context, answers));
  const own = all.find(({ id }) => id === answers.audience);
  // The narrowest where what the protocol chooses is not possible: an audience cannot be narrowed later.
  const narrowest = all.find(({ who }) => who === 'member') ?? all.find(({ who }) => who === 'restricted') ?? all[0];
  const best = own ?? all.find(({ id }) => id === chosen?.id) ?? narrowest;
  return { choices: all, ...(best ? { chosen: best } : {}), problems };
}

/** The folder of an audience; undefined where there is none, as for an officer's enquiry that is not to a ward. */
export function folderOf({ who }: Audience, context: FormContext, answers: EnquiryAnswers): EnquiryFolder | undefined {
  const wardId = wardOf(context, answers);
  if (who === 'ward') return wardId === undefined ? undefined : { kind: 'ward', wardId };
  const { member } = context;
  if (!member) return undefined;
  return who === 'restricted' ? { kind: 'restricted', memberId: member.id } : { kind: 'member', memberId: member.id };
}
