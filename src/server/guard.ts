/** Takes a request and says whether this server answers it at all: only this machine's names, only its own pages, only plain requests. */
import type { IncomingMessage } from 'node:http';

/** Names under which a browser on this machine reaches the loopback. Any other is a name that somebody pointed here (DNS rebinding). */
const ownNames = ['127.0.0.1', 'localhost', '[::1]'];

/** Refuse a request with a status, or leave it. */
export function refuse(request: IncomingMessage): number | undefined {
  const { method = '', url = '', headers } = request;
  if (!ownNames.includes((headers.host ?? '').replace(/:\d+$/, '').toLowerCase())) return 403;
  if (!['GET', 'HEAD', 'POST'].includes(method)) return 405;
  // Absolute forms, `*` and `//elsewhere/` are for proxies.
  if (!/^\/(?!\/)/.test(url) || url.includes('#') || url.length > 4096) return 400;
  return undefined;
}

/** Tell whether a page of this server asks: pages of others may send requests, but carry their own origin, and know no token. */
export function isOwnPage({ headers }: IncomingMessage, query: URLSearchParams, token: string): boolean {
  const { host = '', origin } = headers;
  const site = headers['sec-fetch-site'];
  if (origin !== undefined && origin !== `http://${host}`) return false;
  if (site !== undefined && site !== 'same-origin') return false;
  return query.get('token') === token;
}
