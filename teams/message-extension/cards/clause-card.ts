import { textParts, type Clause } from '../../../src/domain/protocol/protocol';
import { format } from '../../../src/domain/text';
import { strings } from '../strings';
import { card, open, result, text } from './parts';

/** Shown of a clause; the rest is in the guide. */
const mostParts = 3;

/** A clause of the protocol as a result. */
export function clauseResult(clause: Clause, link: string): ReturnType<typeof result> {
  const title = format(strings.ClauseTitle, clause.number, clause.heading);
  const parts = textParts(clause.text).slice(0, mostParts);
  const body = [
    text(title, { weight: 'Bolder', size: 'Medium' }),
    ...parts.flatMap((part) =>
      part.kind === 'list' ? part.items.map((item) => text(`• ${item}`, {}, { spacing: 'Small' })) : [text(part.text)]
    )
  ];
  return result(card(body.slice(0, 12), [open(strings.OpenClause, link)]), { title, text: clause.text.split('\n')[0] ?? '' });
}
