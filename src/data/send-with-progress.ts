import type { TimelinePipe } from '@pnp/core';

/** A connection that broke, as fetch says it. */
const connectionFailed = (): TypeError => new TypeError('Failed to fetch');

const headersOf = (text: string): Headers => {
  const headers = new Headers();
  for (const line of text.trim().split(/[\r\n]+/)) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.append(line.slice(0, colon).trim(), line.slice(colon + 1).trim());
  }
  return headers;
};

/**
 * Sends a request so that it is known how much of its body has gone: fetch cannot tell. In browsers only. It has no time
 * limit, since a document may take long on a phone; it is not tried again by itself.
 *
 * @param progress told the share that has gone, 0 to 1
 */
export const sendWithProgress =
  (progress: (share: number) => void): TimelinePipe =>
  (instance) => {
    instance.on.send.replace(
      (url: URL, init: RequestInit) =>
        new Promise<Response>((resolve, reject) => {
          const request = new XMLHttpRequest();
          request.open(init.method ?? 'GET', url.toString());
          request.responseType = 'blob';
          request.withCredentials = init.credentials !== 'omit';
          new Headers(init.headers).forEach((value, name) => request.setRequestHeader(name, value));
          request.upload.onprogress = ({ loaded, total, lengthComputable }) => lengthComputable && progress(loaded / total);
          request.onload = () => {
            const { status, statusText } = request;
            const hasBody = status !== 204 && status !== 205 && status !== 304;
            resolve(
              new Response(hasBody ? (request.response as Blob) : null, {
                status,
                statusText,
                headers: headersOf(request.getAllResponseHeaders())
              })
            );
          };
          request.onerror = () => reject(connectionFailed());
          request.onabort = () => reject(connectionFailed());
          request.send(init.body as XMLHttpRequestBodyInit | null);
        })
    );
    return instance;
  };
