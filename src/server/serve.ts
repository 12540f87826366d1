/** Takes what answers paths and serves it, on the loopback unless told: a plain request -> response, nothing from the disk. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { UserError } from '../user-error.js';
import { loopbackNames, refuse } from './guard.js';
import { type ServedFile, sendFile, sendStatus, setCommonHeaders } from './respond.js';

/** A running server. */
export interface Serving {
  readonly url: string;
  /** Stop it; open connections are ended. */
  close(): Promise<void>;
}

/** A request as the site sees it. */
export interface SiteRequest {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/** What is served. */
export interface Site {
  /** Find what lies at a path (`/`, `/talk.assets/x.png`). */
  find(path: string): ServedFile | undefined;
  /** Answer a path by more than a file; true when it did. */
  handle?(request: SiteRequest): boolean;
}

/** Where to listen. */
export interface ServeOptions {
  /** Fixed port; without one the first free port from 8000 on. */
  readonly port?: number | undefined;
  /** Address of this machine to listen on, and the only name to be asked by. Default: the loopback, by its names. */
  readonly host?: string | undefined;
}

const loopback = '127.0.0.1';
const firstPort = 8000;
const portsToTry = 20;
const mostConnections = 256;
/** More than the windows of a person; one machine must not take all of the places there are. */
const mostConnectionsOfOne = 48;
const mostHeaderBytes = 8192;

/**
 * Serve a site.
 *
 * @throws UserError `port-taken` when the asked port, or every port tried, is in use
 */
export async function serve(site: Site, { port, host }: ServeOptions = {}): Promise<Serving> {
  const names = host === undefined ? loopbackNames : [host];
  const server = createServer({ maxHeaderSize: mostHeaderBytes }, (request, response) =>
    respond(request, response, site, names),
  );
  // A client that never ends its headers must not hold the process.
  server.headersTimeout = 10_000;
  server.requestTimeout = 30_000;
  server.maxConnections = mostConnections;
  if (host !== undefined) limitMachines(server);
  const used = await listen(server, port, host ?? loopback);
  return { url: `http://${host ?? loopback}:${used}/`, close: () => close(server) };
}

/** Keep one machine of the network from taking every place. */
function limitMachines(server: Server): void {
  const counts = new Map<string, number>();
  server.on('connection', (socket) => {
    const from = socket.remoteAddress ?? '';
    const count = (counts.get(from) ?? 0) + 1;
    if (count > mostConnectionsOfOne) {
      socket.destroy();
      return;
    }
    counts.set(from, count);
    socket.once('close', () => {
      const rest = (counts.get(from) ?? 1) - 1;
      if (rest > 0) counts.set(from, rest);
      else counts.delete(from);
    });
  });
}

function respond(
  request: IncomingMessage,
  response: ServerResponse,
  site: Site,
  names: readonly string[],
): void {
  setCommonHeaders(response);
  const status = refuse(request, names);
  if (status !== undefined) return sendStatus(response, status);
  const [path = '/', query = ''] = (request.url ?? '/').split(/\?(.*)/s);
  const asked = { path: decodePath(path), query: new URLSearchParams(query), request, response };
  if (site.handle?.(asked)) return;
  if (request.method === 'POST') return sendStatus(response, 405);
  const file = site.find(asked.path === '/index.html' ? '/' : asked.path);
  if (file) sendFile(request, response, file);
  else sendStatus(response, 404);
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

async function listen(server: Server, port: number | undefined, host: string): Promise<number> {
  const last = port ?? firstPort + portsToTry - 1;
  for (let candidate = port ?? firstPort; candidate <= last; candidate++) {
    if (await tryPort(server, candidate, host)) return (server.address() as AddressInfo).port;
  }
  const which = port === undefined ? `Ports ${firstPort} to ${last} are` : `Port ${port} is`;
  throw new UserError(
    'port-taken',
    `${which} in use`,
    'Choose another with `--port`, or stop the program that holds it.',
  );
}

function tryPort(server: Server, port: number, host: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException) => {
      server.off('listening', succeed);
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false);
      else if (error.code === 'EADDRNOTAVAIL') reject(notOurs(host));
      else reject(error);
    };
    const succeed = () => {
      server.off('error', fail);
      resolve(true);
    };
    server.once('error', fail);
    server.once('listening', succeed);
    server.listen(port, host);
  });
}

function notOurs(host: string): UserError {
  return new UserError(
    'option-invalid',
    `${host} is no address of this machine`,
    'Name the address that your phone reaches it by; the settings of the network show it.',
  );
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
