/** Judges HTML as a browser reads it: elements that run, fetch or take input, attributes that do, addresses and styles that are none of the web's. */
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';

/** List what of a slide may never be in a page, however it came there. */
export function dangers(html: string): string[] {
  const found: string[] = [];
  visit(fromHtml(html, { fragment: true }), 'element', ({ tagName, properties }) => {
    if (
      /^(?:script|style|iframe|object|embed|link|meta|base|form|button|textarea|select|template|noscript|animate|set|foreignObject|image|frame|frameset|applet|xmp|plaintext|mglyph|annotation-xml)$/i.test(
        tagName,
      )
    ) {
      found.push(`<${tagName}>`);
    }
    for (const [name, value] of Object.entries(properties)) {
      const text = Array.isArray(value) ? value.join(' ') : String(value);
      if (/^on|^srcDoc$|^action$|^formAction$|^background$|^ping$|^is$/i.test(name)) found.push(name);
      const scheme = /^[\s\0-\x20]*([a-z][a-z0-9+.-]*)\s*:/i
        .exec(text.replace(/[\t\n\r]/g, ''))?.[1]
        ?.toLowerCase();
      if (
        /^(?:src|href|xLinkHref|poster|cite|srcSet)$/.test(name) &&
        scheme &&
        !/^(?:https?|mailto|data)$/.test(scheme)
      ) {
        found.push(`${name}=${text}`);
      }
      if (name === 'href' && scheme === 'data') found.push(`${name}=${text}`);
      if (
        name === 'style' &&
        /url\s*\((?!\s*#)|image-set|expression|fixed|sticky|behavior|-moz-binding|\\/i.test(text)
      ) {
        found.push(`style=${text}`);
      }
    }
  });
  return found;
}
