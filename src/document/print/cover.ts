/** Takes a deck and leaves the first page of a document that is kept: what the talk was, its sections, and where it can be found. */
import type { Element } from 'hast';
import { toString } from 'hast-util-to-string';
import { h, s } from 'hastscript';
import type { DeckOptions } from '../../deck/options.js';
import { fillIn, type Strings } from '../../strings.js';
import { drawQrCode } from '../qr-code.js';
import { findAll, hasClass } from './elements.js';
import { aboutTalk } from './page-rule.js';

/** Make the cover; nothing for a deck without a title. */
export function renderCover(
  sections: readonly Element[],
  deck: DeckOptions,
  strings: Strings,
  address: string,
): Element[] {
  if (!deck.title) return [];
  const paragraph = (name: string, text: string) => (text ? [h('p', { className: [name] }, text)] : []);
  return [
    h('header', { className: ['cover'] }, [
      ...paragraph('cover-title', deck.title),
      ...paragraph('cover-subtitle', deck.subtitle),
      ...aboutTalk(deck).map((line) => h('p', { className: ['cover-about'] }, line)),
      ...renderContents(sections, strings),
      ...(address ? [renderAddress(address, strings)] : []),
    ]),
  ];
}

/** The slides that open a section, as links; a deck of one section needs no contents. */
function renderContents(sections: readonly Element[], strings: Strings): Element[] {
  const items = sections
    .filter(({ properties }) => properties.dataLayout === 'section')
    .flatMap((section) => {
      const [title] = findAll(section, (element) => hasClass(element, 'slide-title'));
      return title ? [h('li', [h('a', { href: `#${String(section.properties.id)}` }, toString(title))])] : [];
    });
  if (items.length < 2) return [];
  return [h('nav', { className: ['cover-contents'], ariaLabel: strings.contents }, [h('ol', items)])];
}

function renderAddress(address: string, strings: Strings): Element {
  const { size, squares } = drawQrCode(address);
  const code = s(
    'svg',
    {
      className: ['cover-code'],
      viewBox: `0 0 ${size} ${size}`,
      shapeRendering: 'crispEdges',
      role: 'img',
      ariaLabel: fillIn(strings.codeOf, { address }),
    },
    [s('path', { d: squares })],
  );
  const words = address.replace(/^https?:\/\//, '').replace(/\/$/, '');
  return h('div', { className: ['cover-address'] }, [code, h('p', [h('a', { href: address }, words)])]);
}
