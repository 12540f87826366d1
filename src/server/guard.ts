/** Takes a request and says whether this server answers it at all: only this machine's names, only its own pages, only plain requests. */
import type { IncomingMessage } from 'node:http';
import { isSameSecret } from './secret.js';

/** Names under which a browser on this machine reaches the loopback. Any other is a name that somebody pointed here (DNS rebinding). */
export const loopbackNames: readonly string[] = ['127.0.0.1', 'localhost', '[::1]'];

/** Refuse a request with a status, or leave it. @param names those under which this server may be asked */
export function refuse(request: IncomingMessage, names: readonly string[]): number | undefined {
  const { method = '', url = '', headers } = request;
  if (!names.includes((headers.host ?? '').replace(/:\d+$/, '').toLowerCase())) return 403;
  if (!['GET', 'HEAD', 'POST'].includes(method)) return 405;
  // Absolute forms, `*` and `//elsewhere/` are for proxies.
  if (!/^\/(?!\/)/.test(url) || url.includes('#') || url.length > 4096) return 400;
  return undefined;
}

/** Tell whether a page of this server asks, and not one of others: those may send requests, but carry their own origin. */
export function isOwnOrigin({ headers }: IncomingMessage): boolean {
  const { host = '', origin } = headers;
  const site = headers['sec-fetch-site'];
  if (origin !== undefined && origin !== `http://${host}`) return false;
  return site === undefined || site === 'same-origin';
}

/** Tell whether a page of this server asks that knows its token. */
export function isOwnPage(request: IncomingMessage, query: URLSearchParams, token: string): boolean {
  return isOwnOrigin(request) && isSameSecret(query.get('token') ?? '', token);
}
