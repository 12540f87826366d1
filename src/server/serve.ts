/** Takes a page and what lies beside it and serves them on the loopback: a plain request -> response, nothing from the disk. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { UserError } from '../user-error.js';

/** One thing that can be asked for. */
export interface ServedFile {
  readonly body: string | Uint8Array;
  /** Media type. */
  readonly type: string;
}

/** A running server. */
export interface Serving {
  readonly url: string;
  /** Stop it; open connections are ended. */
  close(): Promise<void>;
}

/** Where to listen. */
export interface ServeOptions {
  /** Fixed port; without one the first free port from 8000 on. */
  readonly port?: number | undefined;
}

const host = '127.0.0.1';
const firstPort = 8000;
const portsToTry = 20;

/**
 * Serve files by path (`/`, `/talk.assets/x.png`).
 *
 * @throws UserError `port-taken` when the asked port, or every port tried, is in use
 */
export async function serve(
  files: ReadonlyMap<string, ServedFile>,
  { port }: ServeOptions = {},
): Promise<Serving> {
  const server = createServer((request, response) => respond(request, response, files));
  // A client that never ends its headers must not hold the process.
  server.headersTimeout = 10_000;
  server.requestTimeout = 30_000;
  const used = await listen(server, port);
  return { url: `http://${host}:${used}/`, close: () => close(server) };
}

/** Answer one request. Only GET and HEAD, only names of this machine (DNS rebinding), only known paths. */
function respond(
  request: IncomingMessage,
  response: ServerResponse,
  files: ReadonlyMap<string, ServedFile>,
): void {
  const name = (request.headers.host ?? '').replace(/:\d+$/, '');
  const path = decodePath((request.url ?? '/').split('?')[0] ?? '/');
  const file = files.get(path === '/index.html' ? '/' : path);
  const known = ['127.0.0.1', 'localhost', '[::1]'].includes(name);
  const status = !known
    ? 403
    : request.method !== 'GET' && request.method !== 'HEAD'
      ? 405
      : file
        ? 200
        : 404;
  response.setHeader('cache-control', 'no-store');
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('cross-origin-resource-policy', 'same-origin');
  if (status !== 200 || !file) {
    response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${status}\n`);
    return;
  }
  response.writeHead(200, { 'content-type': file.type, 'content-length': Buffer.byteLength(file.body) });
  response.end(request.method === 'HEAD' ? undefined : file.body);
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

async function listen(server: Server, port: number | undefined): Promise<number> {
  const last = port ?? firstPort + portsToTry - 1;
  for (let candidate = port ?? firstPort; candidate <= last; candidate++) {
    if (await tryPort(server, candidate)) return (server.address() as AddressInfo).port;
  }
  const which = port === undefined ? `Ports ${firstPort} to ${last} are` : `Port ${port} is`;
  throw new UserError(
    'port-taken',
    `${which} in use`,
    'Choose another with `--port`, or stop the program that holds it.',
  );
}

function tryPort(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException) => {
      server.off('listening', succeed);
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false);
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

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
