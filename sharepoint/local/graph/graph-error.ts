import { randomUUID } from 'node:crypto';

/** An answer of Microsoft Graph. */
export interface GraphAnswer {
  status: number;
  headers: Record<string, string>;
  body: string | Uint8Array;
}

/** An error as Microsoft Graph answers it. */
export class GraphError extends Error {
  public constructor(
    public readonly status: number,
    public readonly code: string,
    message: string
  ) {
    super(message);
    this.name = 'GraphError';
  }
}

/** An answer in JSON. */
export const json = (status: number, body: unknown): GraphAnswer => ({
  status,
  headers: { 'content-type': 'application/json;odata.metadata=minimal;odata.streaming=true;charset=utf-8' },
  body: JSON.stringify(body)
});

/** An answer without contents. */
export const empty = (status: number): GraphAnswer => ({ status, headers: {}, body: '' });

/** An error as it goes over the wire. */
export const errorAnswer = ({ status, code, message }: GraphError): GraphAnswer => {
  const id = randomUUID();
  const innerError = { date: new Date().toISOString().slice(0, 19), 'request-id': id, 'client-request-id': id };
  return json(status, { error: { code, message, innerError } });
};

/** Nobody is signed in. */
export const noToken = (): GraphError => new GraphError(401, 'InvalidAuthenticationToken', 'Access token is empty.');

/** An address that names nothing. */
export const noResource = (name: string): GraphError =>
  new GraphError(400, 'BadRequest', `Resource not found for the segment '${name.slice(0, 60)}'.`);

/** A user whom the directory does not have. */
export const noUser = (key: string): GraphError =>
  new GraphError(
    404,
    'Request_ResourceNotFound',
    `Resource '${key.slice(0, 100)}' does not exist or one of its queried reference-property objects are not present.`
  );

/** A body that cannot be read, or lacks something. */
export const badBody = (message: string): GraphError => new GraphError(400, 'BadRequest', message);
