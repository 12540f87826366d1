/**
 * Takes finished slides and reports links to the network that lead nowhere. Politely: HEAD first, an address once, a host one request
 * at a time, and nothing of an answer is read.
 */
import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { report } from '../../diagnostics/report.js';
import { errorCode } from '../../user-error.js';
import { type FetchLimits, FetchRefusal, requestPublic } from '../remote/fetch-medium.js';

/** What is known of addresses, so that no deck of a run asks again: what is wrong with each, or nothing. */
export type LinkCache = Map<string, Promise<string | undefined>>;

/** Redirects that are followed. */
const maxRedirects = 5;

/** Answers of servers that do not answer HEAD, or do not answer programs; the second are no reason to complain. */
const wantsGet = new Set([400, 403, 404, 405, 406, 501]);
const unfriendly = new Set([401, 403, 405, 406, 429, 451, 999]);

/** Report links that lead nowhere. */
export async function checkRemoteLinks(
  tree: Root,
  file: VFile,
  limits: FetchLimits,
  cache: LinkCache,
): Promise<void> {
  const links: { readonly element: Element; readonly url: URL }[] = [];
  visit(tree, 'element', (element: Element) => {
    const { href } = element.properties;
    if (element.tagName !== 'a' || typeof href !== 'string' || !/^https?:/i.test(href) || !URL.canParse(href))
      return;
    links.push({ element, url: new URL(href) });
  });
  const hosts = new Map<string, typeof links>();
  for (const link of links) hosts.set(link.url.host, [...(hosts.get(link.url.host) ?? []), link]);
  await Promise.all(
    [...hosts.values()].map(async (ofHost) => {
      for (const { element, url } of ofHost) {
        url.hash = '';
        const answer = cache.get(url.href) ?? findProblem(url, limits);
        cache.set(url.href, answer);
        const problem = await answer;
        if (problem === undefined || limits.signal?.aborted) continue;
        const href = String(element.properties.href);
        report(
          file,
          'link-remote-dead',
          element,
          `Unexpected link to \`${href}\`, expected a page that is there`,
          {
            note: problem,
            actual: href,
          },
        );
      }
    }),
  );
}

/** Say what is wrong with an address. */
async function findProblem(first: URL, limits: FetchLimits): Promise<string | undefined> {
  const timeout = AbortSignal.timeout(limits.timeoutMs);
  const signal = limits.signal ? AbortSignal.any([timeout, limits.signal]) : timeout;
  try {
    let url = first;
    for (let hop = 0; hop <= maxRedirects; hop++) {
      let { status, location } = await requestPublic(url, 'HEAD', limits, signal);
      if (wantsGet.has(status)) ({ status, location } = await requestPublic(url, 'GET', limits, signal));
      if (status >= 300 && status < 400 && location !== undefined && URL.canParse(location, url)) {
        url = new URL(location, url);
        continue;
      }
      return status < 400 || unfriendly.has(status) ? undefined : `The server answers ${status}.`;
    }
    return `It redirects more than ${maxRedirects} times.`;
  } catch (error) {
    if (error instanceof FetchRefusal) return error.message;
    if (timeout.aborted) return `It took longer than ${limits.timeoutMs / 1000} seconds.`;
    return `The connection failed (${errorCode(error) ?? String(error)}).`;
  }
}
