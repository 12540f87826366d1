/** Takes a request and leaves what its page sent, up to a length that no page of ours exceeds. */
import type { IncomingMessage } from 'node:http';

/** In characters: the times of some thousand slides. */
const longest = 262_144;

/** Read what a page sent; nothing when it is longer than it may be. @param most characters */
export function readBody(request: IncomingMessage, most = longest): Promise<string | undefined> {
  return new Promise((resolve) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (part: string) => {
      body += part;
      if (body.length > most) {
        resolve(undefined);
        request.destroy();
      }
    });
    request.on('end', () => resolve(body));
    request.on('error', () => resolve(undefined));
    request.on('close', () => resolve(undefined));
  });
}
