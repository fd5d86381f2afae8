import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProtocolPack } from '../../src/domain/protocol/pack';

interface SampleVersion {
  version: string;
  adopted: string;
  nextReview: string;
}

/** What the sample council says of its own of the default pack, and how the version before was. */
interface SampleProtocol {
  council: string;
  current: SampleVersion;
  earlier: SampleVersion & { without: string[]; texts: Record<string, string> };
}

/** The versions that the sample council adopted, the earlier first: the default pack under its name, and one before that. */
export function sampleProtocols(defaultPack: ProtocolPack): ProtocolPack[] {
  const { council, current, earlier } = JSON.parse(readFileSync(join(__dirname, 'protocol.json'), 'utf8')) as SampleProtocol;
  const adopted = ({
    version,
    adopted: on,
    nextReview
  }: SampleVersion): Pick<ProtocolPack, 'council' | 'version' | 'adopted' | 'nextReview'> => ({
    council,
    version,
    adopted: { value: on, source: 'our default' },
    nextReview: { value: nextReview, source: 'our default' }
  });
  const clauses = defaultPack.clauses
    .filter(({ number }) => !earlier.without.includes(number))
    .map((clause) => ({ ...clause, text: earlier.texts[clause.number] ?? clause.text, topics: [] }));
  const before: ProtocolPack = {
    ...{ title: defaultPack.title, source: 'our default', ownerRole: defaultPack.ownerRole, standards: defaultPack.standards },
    ...adopted(earlier),
    ...{ clauses, roles: [], kinds: [] }
  };
  return [before, { ...defaultPack, ...adopted(current) }];
}
