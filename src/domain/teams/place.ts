/** Something in Memberlink that one can link to. */
export type Place =
  | { kind: 'member' | 'officer' | 'service' | 'enquiry'; id: number }
  | { kind: 'clause'; number: string }
  /** The enquiry form: for a service, or with a draft. */
  | { kind: 'raise'; serviceId?: number | undefined; draftId?: number | undefined };

/** The tabs of the Teams app, by their entity ids. */
export type TabName = 'enquiries' | 'people';

/** The tab that shows a place. */
export const tabOf = ({ kind }: Place): TabName => (kind === 'enquiry' || kind === 'raise' ? 'enquiries' : 'people');

const idFrom = (text: string | null | undefined): number | undefined => {
  const id = /^[1-9]\d{0,9}$/.test(text ?? '') ? Number(text) : undefined;
  return id !== undefined && id <= 2_147_483_647 ? id : undefined;
};
/** Numbers of clauses: 7.3, 4(b), A1. */
const clauseNumber = /^[\p{L}\p{N}][\p{L}\p{N}.()/-]{0,19}$/u;

const withId = ['member', 'officer', 'service', 'enquiry'] as const;

/** The parameters of a page's address that open a place. */
export function parametersOf(place: Place): Record<string, string> {
  switch (place.kind) {
    case 'clause':
      return { clause: place.number };
    case 'raise':
      return place.draftId === undefined
        ? { raise: place.serviceId === undefined ? 'new' : String(place.serviceId) }
        : { raise: 'draft', draft: String(place.draftId) };
    default:
      return { [place.kind]: String(place.id) };
  }
}

/** The place that parameters of a page's address open; undefined where they name none. */
export function placeIn(parameters: URLSearchParams): Place | undefined {
  // What narrows a queue of the desk is no place.
  if (parameters.has('queue')) return undefined;
  for (const kind of withId) {
    const id = idFrom(parameters.get(kind));
    if (id !== undefined) return { kind, id };
  }
  const sent = idFrom(parameters.get('sent'));
  if (sent !== undefined) return { kind: 'enquiry', id: sent };
  const clause = parameters.get('clause');
  if (clause !== null && clauseNumber.test(clause)) return { kind: 'clause', number: clause };
  const raise = parameters.get('raise');
  if (raise === null) return undefined;
  return { kind: 'raise', ...(raise === 'draft' ? { draftId: idFrom(parameters.get('draft')) } : { serviceId: idFrom(raise) }) };
}

/** A place as Teams carries it in a link: "member/12", "clause/7.3", "raise/4". */
export function subEntityOf(place: Place): string {
  if (place.kind === 'clause') return `clause/${place.number}`;
  if (place.kind !== 'raise') return `${place.kind}/${place.id}`;
  if (place.draftId !== undefined) return `raise/draft-${place.draftId}`;
  return place.serviceId === undefined ? 'raise' : `raise/${place.serviceId}`;
}

/** The place of a Teams link; undefined for anything else. */
export function placeFrom(subEntity: string | undefined): Place | undefined {
  const [, kind = '', rest] = /^([a-z]+)(?:\/(.+))?$/u.exec(subEntity ?? '') ?? [];
  if (kind === 'clause') return rest !== undefined && clauseNumber.test(rest) ? { kind, number: rest } : undefined;
  if (kind === 'raise') {
    if (rest === undefined) return { kind };
    const draftId = idFrom(/^draft-(\d+)$/.exec(rest)?.[1]);
    const serviceId = idFrom(rest);
    if (draftId !== undefined) return { kind, draftId };
    return serviceId === undefined ? undefined : { kind, serviceId };
  }
  const named = withId.find((one) => one === kind);
  const id = idFrom(rest);
  return named && id !== undefined ? { kind: named, id } : undefined;
}
