import { randomUUID } from 'node:crypto';
import { badQuery, tooBig } from '../errors';
import type { User } from '../store/principals';
import type { Rendered } from './render';
import type { RestRequest, RestService } from './service';

/** The most requests that SharePoint takes in one $batch. */
const mostParts = 100;
/** The most bytes that one of them may have. */
const largestPart = 1024 * 1024;

const headersOf = (lines: string[]): Record<string, string> =>
  Object.fromEntries(
    lines.map((line) => {
      const colon = line.indexOf(':');
      if (colon < 1) throw badQuery(`The batch has a header that is not valid: "${line.slice(0, 40)}".`);
      return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()];
    })
  );

const boundaryOf = (contentType: string | undefined): string => {
  const match = /multipart\/mixed\s*;.*boundary="?([^";\s]+)"?/i.exec(contentType ?? '');
  if (!match) throw badQuery('The batch has no boundary in its Content-Type.');
  return String(match[1]);
};

/** Header lines up to the first empty one, and what follows as it stands. */
function splitHead(text: string): { head: string[]; rest: string } {
  const empty = /^\r?\n|\r?\n\r?\n/.exec(text);
  const head = (empty ? text.slice(0, empty.index) : text).split(/\r?\n/).filter((line) => line !== '');
  return {
    head: head.map((line) => Buffer.from(line, 'latin1').toString('utf8')),
    rest: empty ? text.slice(empty.index + empty[0].length) : ''
  };
}

/** What stands between the boundaries. The line end before a boundary belongs to the boundary. */
function parts(text: string, boundary: string): string[] {
  const pieces = `\n${text}`.split(`\n--${boundary}`).map((piece) => piece.replace(/\r$/, ''));
  const end = pieces.findIndex((piece, index) => index > 0 && piece.startsWith('--'));
  if (end < 0) throw badQuery('The batch is not complete: its last boundary is missing.');
  return pieces.slice(1, end).map((piece) => piece.replace(/^[ \t]*\r?\n/, ''));
}

/**
 * Reads a multipart body (lines may end in LF or CRLF) into its requests, change sets flattened.
 *
 * @param siteUrl absolute address of the site: a batch is for one site only
 */
export function parseBatch(body: Uint8Array, contentType: string | undefined, siteUrl: string): RestRequest[] {
  // A character for each byte, so that documents come out as they went in.
  const text = Buffer.from(body).toString('latin1');
  const requests: RestRequest[] = [];
  const read = (source: string, boundary: string, inChangeSet: boolean): void => {
    for (const part of parts(source, boundary)) {
      const { head, rest } = splitHead(part);
      const type = headersOf(head)['content-type'] ?? '';
      if (/^multipart\/mixed/i.test(type)) {
        if (inChangeSet) throw badQuery('A change set cannot hold another.');
        read(rest, boundaryOf(type), true);
        continue;
      }
      const { head: request, rest: content } = splitHead(rest);
      const line = /^(\w+)\s+(\S+)\s+HTTP\/1\.1$/i.exec(request[0] ?? '');
      if (!line) throw badQuery('The batch has a part without a request line.');
      const address = String(line[2]);
      if (!address.toLowerCase().startsWith(`${siteUrl.toLowerCase()}/_api/`)) {
        throw badQuery(
          `The batch has a request that is not for ${siteUrl}/_api/: ${address.slice(0, 80)}. Addresses in a batch are absolute.`
        );
      }
      if (requests.length >= mostParts) throw badQuery(`The batch has more than ${mostParts} requests.`);
      if (content.length > largestPart) throw tooBig(largestPart);
      requests.push({
        method: String(line[1]).toUpperCase(),
        address: address.slice(siteUrl.length + 1),
        headers: headersOf(request.slice(1)),
        // Who ends lines in LF alone (PnPjs) puts two behind a body; only one of them is the boundary's.
        body: Buffer.from(rest.includes('\r\n') ? content : content.replace(/\n$/, ''), 'latin1'),
        inBatch: true
      });
    }
  };
  read(text, boundaryOf(contentType), false);
  return requests;
}

const reason: Record<number, string> = {
  200: 'OK',
  201: 'Created',
  204: 'No Content',
  423: 'Unknown Status Code',
  400: 'Bad Request',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  412: 'Precondition Failed',
  500: 'Internal Server Error'
};

const writePart = ({ status, headers, body }: Rendered): Buffer => {
  const shown = Object.entries(headers).map(([name, given]) => `${name === 'etag' ? 'ETag' : name.toUpperCase()}: ${given}`);
  const head = [
    'Content-Type: application/http',
    'Content-Transfer-Encoding: binary',
    '',
    `HTTP/1.1 ${status} ${reason[status] ?? ''}`,
    ...shown
  ];
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), Buffer.from(body)]);
};

/**
 * Serves a $batch: its requests one after the other, each by itself. It is not a transaction: what was done before a
 * part that fails stays done, as in SharePoint.
 */
export function serveBatch(
  service: RestService,
  body: Uint8Array,
  contentType: string | undefined,
  user: User,
  origin: string,
  siteUrl: string,
  note: (request: RestRequest, status: number) => void
): Rendered {
  const boundary = `batchresponse_${randomUUID()}`;
  const answers = parseBatch(body, contentType, siteUrl).map((request) => {
    const answer = service.serve(request, user, origin);
    note(request, answer.status);
    return Buffer.concat([Buffer.from(`--${boundary}\r\n`), writePart(answer), Buffer.from('\r\n')]);
  });
  return {
    status: 200,
    headers: { 'content-type': `multipart/mixed; boundary=${boundary}` },
    body: Buffer.concat([...answers, Buffer.from(`--${boundary}--\r\n`)])
  };
}
