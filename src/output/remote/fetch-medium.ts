/**
 * Takes the address of a picture and leaves its bytes, or says why not. The only code of Lectern that goes to the network:
 * a deck may come from anybody, so it must not reach this machine, its network, or more than it needs.
 */
import { type LookupAddress, lookup } from 'node:dns';
import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { checkMedia } from '../../deck/media-type.js';
import { errorCode } from '../../user-error.js';
import { isLoopback, isPublicAddress } from './public-address.js';

/** How far a fetch may go. */
export interface FetchLimits {
  /** Largest medium in bytes. */
  readonly maxBytes: number;
  /** Longest time for one medium, redirects and all. */
  readonly timeoutMs: number;
  /** For tests alone: servers on this machine count as public. */
  readonly loopback: boolean;
  readonly signal?: AbortSignal | undefined;
}

/** What holds unless a caller says otherwise. */
export const defaultLimits: FetchLimits = { maxBytes: 20_000_000, timeoutMs: 15_000, loopback: false };

/** Redirects that are followed; each is checked like the first address. */
const maxRedirects = 5;

/** Why a medium was not fetched: a sentence for the author. */
export class FetchRefusal extends Error {
  override readonly name = 'FetchRefusal';
}

/**
 * Fetch a medium.
 *
 * @throws FetchRefusal with a sentence that says what is wrong with the address or the answer
 */
export async function fetchMedium(address: string, limits: FetchLimits): Promise<Uint8Array> {
  const timeout = AbortSignal.timeout(limits.timeoutMs);
  const signal = limits.signal ? AbortSignal.any([timeout, limits.signal]) : timeout;
  try {
    const bytes = await followRedirects(parse(address), limits, signal);
    const { problem } = checkMedia(bytes);
    if (problem !== undefined) throw new FetchRefusal(`Its bytes: ${problem}.`);
    return bytes;
  } catch (error) {
    if (error instanceof FetchRefusal) throw error;
    if (timeout.aborted) throw new FetchRefusal(`It took longer than ${limits.timeoutMs / 1000} seconds.`);
    throw new FetchRefusal(`The connection failed (${errorCode(error) ?? String(error)}).`, { cause: error });
  }
}

async function followRedirects(first: URL, limits: FetchLimits, signal: AbortSignal): Promise<Uint8Array> {
  let url = first;
  for (let hop = 0; hop <= maxRedirects; hop += 1) {
    checkUrl(url, limits);
    const response = await open(url, 'GET', limits, signal);
    const { location } = response.headers;
    const status = response.statusCode ?? 0;
    if (status < 300 || status > 399 || location === undefined) return readBody(response, status, limits);
    response.destroy();
    url = parse(location, url);
  }
  throw new FetchRefusal(`It redirects more than ${maxRedirects} times.`);
}

/** The parser of URLs writes every notation of an IPv4 address (`0x7f.1`, `2130706433`) as four numbers. */
function parse(address: string, base?: URL): URL {
  if (!URL.canParse(address, base)) throw new FetchRefusal(`\`${address}\` is no address.`);
  return new URL(address, base);
}

function checkUrl(url: URL, { loopback }: FetchLimits): void {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new FetchRefusal(`\`${url.protocol}\` is neither \`http:\` nor \`https:\`.`);
  }
  if (url.username || url.password) throw new FetchRefusal('It holds a name or a password.');
  const host = hostOf(url);
  if (isIP(host) !== 0) checkAddress(host, loopback);
  const local = loopback && (isLoopback(host) || host === 'localhost');
  if (!local && !['', '80', '443'].includes(url.port)) {
    throw new FetchRefusal(`Port ${url.port} is none of the web’s.`);
  }
}

function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '');
}

function checkAddress(address: string, loopback: boolean): void {
  if (isPublicAddress(address) || (loopback && isLoopback(address))) return;
  throw new FetchRefusal(`It leads to \`${address}\`, which is no address of the public network.`);
}

/** Names are resolved once, and the connection goes to what was checked: a second answer of the name server changes nothing. */
function checkedLookup(loopback: boolean): LookupFunction {
  return (host, options, done) => {
    lookup(host, { ...options, all: true }, (error, found: LookupAddress[]) => {
      const [first] = found ?? [];
      if (error || !first) return done(error ?? new Error('ENOTFOUND'), [], undefined);
      try {
        for (const { address } of found) checkAddress(address, loopback);
      } catch (refusal) {
        return done(refusal as FetchRefusal, [], undefined);
      }
      return options.all ? done(null, found) : done(null, first.address, first.family);
    });
  };
}

/** Ask for an address of the public network without reading the answer. */
export async function requestPublic(
  url: URL,
  method: 'HEAD' | 'GET',
  limits: FetchLimits,
  signal: AbortSignal,
): Promise<{ readonly status: number; readonly location: string | undefined }> {
  checkUrl(url, limits);
  const response = await open(url, method, limits, signal);
  response.destroy();
  return { status: response.statusCode ?? 0, location: response.headers.location };
}

function open(
  url: URL,
  method: 'HEAD' | 'GET',
  { loopback }: FetchLimits,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  const headers = {
    accept: 'image/*,video/*,audio/*,*/*;q=0.5',
    'accept-encoding': 'identity',
    'user-agent': 'lectern',
  };
  return new Promise((resolve, reject) => {
    request(url, { method, agent: false, lookup: checkedLookup(loopback), signal, headers })
      .on('response', resolve)
      .on('error', reject)
      .end();
  });
}

async function readBody(
  response: IncomingMessage,
  status: number,
  { maxBytes }: FetchLimits,
): Promise<Uint8Array> {
  try {
    if (status !== 200) throw new FetchRefusal(`The server answers ${status}.`);
    const encoding = response.headers['content-encoding'] ?? 'identity';
    if (encoding !== 'identity')
      throw new FetchRefusal(`The answer is packed (\`${encoding}\`), which was not asked for.`);
    const chunks: Buffer[] = [];
    let size = Number(response.headers['content-length'] ?? 0);
    if (size <= maxBytes) {
      size = 0;
      for await (const chunk of response as AsyncIterable<Buffer>) {
        size += chunk.length;
        if (size > maxBytes) break;
        chunks.push(chunk);
      }
    }
    if (size > maxBytes) throw new FetchRefusal(`It is larger than ${maxBytes} bytes.`);
    return Buffer.concat(chunks);
  } finally {
    response.destroy();
  }
}
