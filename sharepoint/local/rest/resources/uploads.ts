import { badRequest } from '../../errors';

/** Documents that come in several requests, by whose and which they are. A restart forgets them, as a time-out does. */
const uploads = new Map<string, Uint8Array[]>();
/** The oldest are forgotten when there are very many: they were given up. */
const mostUploads = 100;

const sizeOf = (chunks: Uint8Array[]): number => chunks.reduce((sum, chunk) => sum + chunk.length, 0);

const chunksOf = (id: string): Uint8Array[] => {
  const chunks = uploads.get(id);
  if (!chunks) throw badRequest('The upload session was not found.');
  return chunks;
};

/** Begins an upload; answers how many bytes are there. */
export function startUpload(id: string, chunk: Uint8Array): number {
  if (uploads.has(id)) throw badRequest('The upload session is in use.');
  const [oldest] = uploads.keys();
  if (uploads.size >= mostUploads && oldest !== undefined) uploads.delete(oldest);
  uploads.set(id, [chunk]);
  return chunk.length;
}

/** Goes on with an upload at the place where it is; answers how many bytes are there. */
export function continueUpload(id: string, offset: number, chunk: Uint8Array): number {
  const chunks = chunksOf(id);
  if (sizeOf(chunks) !== offset) throw badRequest('The file offset does not match the bytes that have been uploaded.');
  chunks.push(chunk);
  return sizeOf(chunks);
}

/** Ends an upload; answers the whole document. */
export function finishUpload(id: string, offset: number, chunk: Uint8Array): Uint8Array {
  continueUpload(id, offset, chunk);
  const whole = Buffer.concat(chunksOf(id));
  uploads.delete(id);
  return whole;
}

/** Forgets an upload. */
export const cancelUpload = (id: string): boolean => uploads.delete(id);
