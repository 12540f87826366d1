/** Keeps a phone's token where no script, no address and no log of it has it. */
import type { IncomingMessage } from 'node:http';
import type { RemoteRole } from '../../deck/remote-talk.js';

/** Cookies are those of all ports of a machine: two talks must not put each other out. */
function nameCookie({ socket }: IncomingMessage, role: RemoteRole): string {
  return `lectern-${role}-${socket.localPort ?? 0}`;
}

/** Write the header that leaves a token with a phone, until its browser is closed. */
export function writeCookie(request: IncomingMessage, role: RemoteRole, token: string): string {
  return `${nameCookie(request, role)}=${token}; Path=/; HttpOnly; SameSite=Strict`;
}

/** Read the token that a phone shows; empty when it shows none. */
export function readCookie(request: IncomingMessage, role: RemoteRole): string {
  const start = `${nameCookie(request, role)}=`;
  const found = (request.headers.cookie ?? '').split('; ').find((part) => part.startsWith(start));
  return found?.slice(start.length) ?? '';
}
