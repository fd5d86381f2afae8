/**
 * Titles in front of names, longest first. They count only where a name follows: Major, Lord and Mayor are surnames
 * too ("Wayne Major"), and Sheikh, Syed, Earl, Dean and Baron are given names.
 */
const titles = [
  String.raw`(?:the\s+)?(?:right|rt\.?)\s+worshipful(?:,?\s+the)?(?:\s+(?:deputy\s+)?(?:lord\s+)?mayor(?:\s+of\s+\w+)?)?`,
  String.raw`(?:the\s+)?worshipful(?:\s+the)?(?:\s+(?:deputy\s+)?mayor)?`,
  String.raw`(?:the\s+)?(?:right|rt)\b\.?\s+hon(?:ou?rable)?\b\.?`,
  String.raw`(?:the\s+)?hon(?:ou?rable)?\b\.?`,
  String.raw`(?:his|her)\s+worship(?:\s+the\s+mayor)?`,
  String.raw`(?:the\s+)?(?:deputy\s+)?lord\s+(?:mayor|provost)\b`,
  String.raw`(?:the\s+)?(?:(?:directly\s+)?elected|deputy|vice|civic|executive|depute|city)\s+(?:mayor|provost)\b`,
  String.raw`(?:the\s+)?(?:mayor|mayoress|provost|sheriff|bailie)\b(?:\s+of\s+\p{Lu}\w+)?`,
  String.raw`honorary\s+(?:alderman|alderwoman|freem[ae]n)\b`,
  String.raw`(?:(?:county|city|town|district|borough|parish|community|y)\s+)?(?:councill?or|councilor|cllrs?|clr|cnclr|cynghorydd|cyngh?)\b\.?`,
  String.raw`(?:alder(?:man|woman)|ald)\b\.?`,
  String.raw`(?:lt\.?\s*col|lieutenant[- ](?:colonel|commander)|lt\.?\s*cdr|wing\s+(?:commander|cdr)|wg\.?\s*cdr|squadron\s+leader|sqn\.?\s+ldr|group\s+captain|gp\.?\s+capt|maj(?:or)?\.?\s+gen(?:eral)?|flt\.?\s+lt)\b\.?`,
  String.raw`(?:colonel|col|captain|capt|brigadier|brig|commander|cdr|lieutenant|lt|sergeant|sgt|admiral|general|major|maj)\b\.?`,
  String.raw`(?:professor|prof|doctor|dr)\b\.?`,
  String.raw`(?:the\s+)?(?:very\s+|most\s+|right\s+|ven(?:erable)?\.?\s+)?(?:reverend|rev'?d|rev)\b\.?`,
  String.raw`(?:canon|father|pastor|rabbi|imam|sister|archdeacon)\b\.?`,
  String.raw`(?:the\s+)?(?:sir|dame|lady|lord|baroness|viscount(?:ess)?|countess|marquess)\b`,
  String.raw`(?:mrs|mr|ms|miss|mx|madam)\b\.?`,
  String.raw`the\b`
];

// Put together from constants of this file.
// eslint-disable-next-line @rushstack/security/no-unsafe-regexp
const pattern = new RegExp(`^(?:${titles.map((title) => `(?:${title})`).join('|')})(?=[\\s,.:–-])[\\s,.:–-]*`, 'iu');

/** Titles that are more often a name: they need a given name and a surname behind them. */
const alsoNames = /^(?:maj(?:or)?|general|sister|canon|provost|bailie|sheriff|mayor|lord|lady|hon|sgt|col|lt)\W*$/i;
/** "MR Lay" is initials; "MR LAY" is a title in capitals. */
const initials = /^(?:MR|MS|DR|SIR)$/;

/** Takes one title off the front of a name. Answers nothing if there is none, or if it is the name itself. */
export function takeTitle(text: string): { title: string; rest: string } | undefined {
  const found = pattern.exec(text);
  if (!found) return undefined;
  const rest = text.slice(found[0].length);
  const title = found[0].replace(/[\s,:–-]+$/, '');
  const left = rest.split(/[\s,]+/).filter((word) => word !== '');
  if (left.length === 0) return undefined;
  if (alsoNames.test(title) && left.length < 2 && !/^(?:lord|lady)$/i.test(title)) return undefined;
  if (initials.test(title) && rest !== rest.toUpperCase()) return undefined;
  return { title, rest };
}
