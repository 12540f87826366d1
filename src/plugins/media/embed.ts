/** Takes an `<iframe>` and leaves what works without the network and on paper: a picture of its size that leads to the page. */
import type { Element, Properties } from 'hast';
import { h, s } from 'hastscript';

/** The address of an embedded page, or nothing when it is none of the web. */
export function embedAddress({ properties: { src } }: Element): URL | undefined {
  if (typeof src !== 'string' || !/^\s*(?:https?:)?\/\//i.test(src)) return undefined;
  const address = src.trim();
  return URL.canParse(address, 'https://localhost') ? new URL(address, 'https://localhost') : undefined;
}

/**
 * Draw the page: a window with its address, in it the author's picture (`poster=`) and the link. Inside of a line of text it is the
 * link alone, in a `span`, since a paragraph holds no other.
 */
export function renderEmbed(iframe: Element, address: URL, tagName: 'p' | 'span'): Element {
  const { title, id, poster } = iframe.properties;
  const name = typeof title === 'string' && title.trim() !== '' ? title.trim() : address.host;
  const style = windowStyle(iframe.properties);
  const picture =
    tagName === 'p' && typeof poster === 'string' && poster.trim() !== ''
      ? [h('img', { className: ['embed-picture'], src: poster.trim(), alt: '' })]
      : [];
  const panel = h(
    tagName,
    { className: ['embed'], ...(id !== undefined && { id }), ...(style && { style }) },
    [
      ...(tagName === 'p' ? [drawButtons()] : []),
      h('a', { href: address.href }, [...picture, h('span', { className: ['embed-name'] }, name)]),
      ' ',
      h('span', { className: ['embed-address'] }, readableAddress(address)),
    ],
  );
  // A picture that is not there is said where the page is written.
  if (iframe.position) for (const one of [panel, ...picture]) one.position = iframe.position;
  return panel;
}

/** The three buttons by which one knows a window. */
function drawButtons(): Element {
  const dots = [0, 1, 2].map((at) => s('circle', { cx: 5 + at * 14, cy: 5, r: 4.25 }));
  return s(
    'svg',
    { className: ['embed-buttons'], viewBox: '0 0 38 10', ariaHidden: 'true', focusable: 'false' },
    dots,
  );
}

function windowStyle({ width, height, style }: Properties): string {
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
