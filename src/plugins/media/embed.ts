/** Takes an `<iframe>` and leaves what works without the network and on paper: a panel of its size with a link to the page. */
import type { Element, Properties } from 'hast';
import { h } from 'hastscript';

/** The address of an embedded page, or nothing when it is none of the web. */
export function embedAddress({ properties: { src } }: Element): URL | undefined {
  if (typeof src !== 'string' || !/^\s*(?:https?:)?\/\//i.test(src)) return undefined;
  const address = src.trim();
  return URL.canParse(address, 'https://localhost') ? new URL(address, 'https://localhost') : undefined;
}

/** Make the panel. Inside of a line of text it is a `span`, since a paragraph holds no other. */
export function renderEmbed(iframe: Element, address: URL, tagName: 'p' | 'span'): Element {
  const { title, id } = iframe.properties;
  const name = typeof title === 'string' && title.trim() !== '' ? title.trim() : address.host;
  const style = panelStyle(iframe.properties);
  const panel = h(
    tagName,
    { className: ['embed'], ...(id !== undefined && { id }), ...(style && { style }) },
    [
      h('a', { href: address.href }, name),
      ' ',
      h('span', { className: ['embed-address'] }, readableAddress(address)),
    ],
  );
  if (iframe.position) panel.position = iframe.position;
  return panel;
}

function panelStyle({ width, height, style }: Properties): string {
  const sizes = Object.entries({ width, height }).flatMap(([name, value]) => {
    const match = /^(\d{1,4}(?:\.\d+)?)(px|%)?$/.exec(String(value ?? '').trim());
    return match ? [`${name}:${match[1]}${match[2] ?? 'px'}`] : [];
  });
  // What the author wrote as a style comes last and wins, as it does on the `<iframe>`.
  return [...sizes, ...(typeof style === 'string' ? [style] : [])].join(';');
}

/** The address as one would read it out. */
function readableAddress({ host, pathname, search }: URL): string {
  return `${host}${pathname}${search}`.replace(/^www\./, '').replace(/\/$/, '');
}
