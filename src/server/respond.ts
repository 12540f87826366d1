/** Takes what is to be sent and sends it, whole or the range that was asked for (a video asks for the part it is at). */
import type { IncomingMessage, ServerResponse } from 'node:http';

/** One thing that can be asked for. */
export interface ServedFile {
  readonly body: string | Uint8Array;
  /** Media type. */
  readonly type: string;
  /** Further headers. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Set what every answer carries: nothing is kept, guessed, or read by pages of others. */
export function setCommonHeaders(response: ServerResponse): void {
  response.setHeader('cache-control', 'no-store');
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('cross-origin-resource-policy', 'same-origin');
}

/** Send a status in words. */
export function sendStatus(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${status}\n`);
}

/** Send a file. */
export function sendFile(request: IncomingMessage, response: ServerResponse, file: ServedFile): void {
  const bytes = typeof file.body === 'string' ? Buffer.from(file.body) : file.body;
  const range = readRange(request.headers.range, bytes.length);
  if (range === 'none') {
    response.setHeader('content-range', `bytes */${bytes.length}`);
    sendStatus(response, 416);
    return;
  }
  const part = range ? bytes.subarray(range.from, range.to + 1) : bytes;
  response.writeHead(range ? 206 : 200, {
    ...file.headers,
    'content-type': file.type,
    'content-length': part.length,
    'accept-ranges': 'bytes',
    ...(range && { 'content-range': `bytes ${range.from}-${range.to}/${bytes.length}` }),
  });
  response.end(request.method === 'HEAD' ? undefined : part);
}

/** Read a range: nothing when the whole is asked for, or several ranges at once; `none` when nothing lies in it. */
export function readRange(
  header: string | undefined,
  length: number,
): { readonly from: number; readonly to: number } | 'none' | undefined {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (first === '' && last === '') return undefined;
  const from = first === '' ? Math.max(0, length - Number(last)) : Number(first);
  const to = first === '' || last === '' ? length - 1 : Math.min(length - 1, Number(last));
  return from <= to ? { from, to } : 'none';
}
