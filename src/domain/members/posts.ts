/** What a member's posts are, from the free text in which councils publish them. */
export interface Posts {
  /** Places in the Cabinet and portfolios: leader, deputy leader, cabinet and executive members. */
  cabinet: string[];
  /** Everything else: mayor, chairs, group leaders, champions, and what cannot be told. */
  additional: string[];
}

const role =
  String.raw`(?:the\s+)?(?:(?:joint|acting|interim|co-?|deputy|depute|vice[- ]?|assistant|shadow|statutory|executive|council|lord|civic|armed forces|[\w’']+['’]s|main|opposition|support)\s*)*` +
  String.raw`(?:leader|chair(?:man|woman|person)?|mayor|provost|cabinet\b|executive (?:member|councillor|leader)|portfolio|policy lead|lead (?:member|councillor)|champion|whip|spokes\w+|group (?:leader|business manager)|member (?:of|for)|convenor|sheriff|representative)\b`;

/** Posts are apart where a new one begins; other commas and "and"s belong to the name of a portfolio. */
// Put together from constants of this file.
// eslint-disable-next-line @rushstack/security/no-unsafe-regexp
const between = new RegExp(
  String.raw`(?:\s*[;\n\r|•]+\s*|\s*<br\s*/?>\s*|\.\s+|,\s*(?:and\s+)?|\s*&\s*|\s+and\s+|\s*/\s*)(?=${role})`,
  'i'
);
const alwaysBetween = /\s*(?:[;\n\r|•]|<br\s*\/?>)+\s*/i;

/** Splits the text of key posts into posts. What stands in brackets is never split. */
export function splitPosts(text: string): string[] {
  const bracketed: string[] = [];
  const masked = text
    .replace(/<br\s*\/?>|<\/p>|<\/li>/gi, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/[^\S\n\r]+/g, ' ')
    .replace(/\([^()]*\)/g, (inside) => `\u0001${bracketed.push(inside) - 1}\u0002`);
  return masked
    .split(alwaysBetween)
    .flatMap((part) => part.split(between))
    .map((part) =>
      part
        .replace(/\u0001(\d+)\u0002/g, (_all, index: string) => bracketed[Number(index)] ?? '')
        .replace(/\s+/g, ' ')
        .replace(/^[\s,;.&*–-]+|[\s,;&]+$/g, '')
        .replace(/(?<=\p{Ll}{2})\.$/u, '')
    )
    .filter((part) => part !== '');
}

/** Whether a post is one of the Cabinet. Deputies and assistants of Cabinet members have no vote there, so they are not. */
function isCabinet(post: string): boolean {
  const text = post.toLowerCase();
  // A committee that watches the Cabinet is not the Cabinet.
  if (/scrutiny|\b(?:committee|panel|board)$/.test(text) && /\bchair/.test(text)) return false;
  if (/^(?:former|ex-|past|previous)\b|\b(?:19|20)\d\d (?:to|[-–]) (?:19|20)\d\d\b/.test(text)) return false;
  if (/\b(?:advis[eo]r|observer|sub-?\s?committee|committee member)\b/.test(text)) return false;
  if (/^(?:dirprwy |is-)?arweinydd\b(?! y grŵp)|^aelod (?:o'r )?cabinet\b/.test(text)) return true;
  if (/\bshadow\b|\bopposition\b|spokes|champion|\bwhip\b|group business/.test(text)) return false;
  if (
    /cabinet (?:support|assistant)|assistant (?:cabinet|to)|support member|deputy (?:cabinet|portfolio|executive member)|depute (?:policy lead|lead councillor)/.test(
      text
    )
  ) {
    return false;
  }
  if (/\bleader\b/.test(text)) {
    if (/\bcouncil\b|executive leader|cabinet|^(?:the )?(?:deputy |depute |joint )?leader(?: [-–] (?!.*\b(?:group|party)$).*)?$/.test(text))
      return true;
    if (/\b(?:group|party|labour|conservative|liberal|democrats?|green|independents?|ukip|plaid|snp|reform)\b/.test(text)) return false;
    return /^(?:the )?(?:deputy |depute |joint |executive )*leader\b/.test(text);
  }
  return /cabinet member|member of (?:the )?(?:cabinet|executive)|executive (?:board )?(?:member|councillor)|portfolio holder|policy lead\b|chair(?:man)? of (?:the )?(?:cabinet|executive)$|elected mayor|executive mayor|mayor of [\w ]+ with responsib|mayor of london|^cabinet\b/.test(
    text
  );
}

/**
 * Reads the text of key posts. Cabinet places are told apart where the text says so; all else is kept as an additional
 * responsibility, in the council's own words.
 */
export function parsePosts(text: string): Posts {
  const posts = splitPosts(text);
  // A directly elected mayor has a portfolio; such a mayor's deputy is in the Cabinet too when the text names a portfolio.
  const withPortfolio = posts.some((post) => /portfolio holder|cabinet member/i.test(post));
  const cabinet = posts.filter((post) => isCabinet(post) || (withPortfolio && /^(?:the )?(?:statutory )?deputy mayor$/i.test(post)));
  return { cabinet, additional: posts.filter((post) => !cabinet.includes(post)) };
}
