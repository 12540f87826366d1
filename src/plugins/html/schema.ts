/** Takes the lists of what is allowed and leaves the one schema that both the sanitiser and its messages go by. */
import { defaultSchema, type Schema } from 'hast-util-sanitize';
import { mathAttributes, mathElements, svgAttributes, svgElements } from './allowed-foreign.js';
import { ariaAttributes, globalAttributes, htmlAttributes, htmlElements } from './allowed-html.js';

/** Elements that vanish with what they hold, since it is no text for readers. Others leave their content behind. */
const stripped = (
  'script style template iframe frame frameset noembed noframes noscript object embed applet portal fencedframe ' +
  'foreignObject annotation-xml select'
).split(' ');

const webUrls = ['http', 'https'];

/** What a slide may hold. */
export const slideSchema = {
  ...defaultSchema,
  tagNames: [...new Set([...htmlElements, ...svgElements, ...mathElements])],
  attributes: {
    ...htmlAttributes,
    ...Object.fromEntries(mathElements.map((name) => [name, mathAttributes])),
    ...Object.fromEntries(svgElements.map((name) => [name, svgAttributes])),
    use: [...svgAttributes, 'href', 'xLinkHref'],
    textPath: [...svgAttributes, 'href', 'xLinkHref'],
    '*': ['data*', 'style', ...ariaAttributes, ...globalAttributes],
  },
  // Out of an `<svg>` a `<title>` would make the rest of the slide its text when the HTML is read again.
  ancestors: { ...defaultSchema.ancestors, title: ['svg'], desc: ['svg'] },
  protocols: {
    cite: webUrls,
    href: [...webUrls, 'mailto'],
    // Which kind of data each element takes is decided in `clean-element.ts`.
    poster: [...webUrls, 'data'],
    src: [...webUrls, 'data'],
  },
  required: {},
  clobber: [],
  clobberPrefix: '',
  strip: stripped,
} satisfies Schema;

const ancestors = new Map(Object.entries(slideSchema.ancestors));

/** Tell whether the sanitiser keeps an element. */
export function isAllowedElement(tagName: string, above: readonly string[]): boolean {
  const needed = ancestors.get(tagName);
  return slideSchema.tagNames.includes(tagName) && (!needed || needed.some((name) => above.includes(name)));
}

/** Tell whether an element that is not kept takes its content with it. */
export function isStripped(tagName: string): boolean {
  return slideSchema.strip.includes(tagName);
}
