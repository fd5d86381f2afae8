import * as z from 'zod/mini';
import { packSchema } from '../../src/domain/protocol/pack';

/** The JSON schema by which authors write packs, as the file pack.schema.json has it. */
export function packJsonSchema(): string {
  const { $schema, ...schema } = z.toJSONSchema(packSchema, { io: 'input' });
  return `${JSON.stringify({ $schema, title: 'Memberlink protocol pack', ...schema }, null, 2)}\n`;
}
