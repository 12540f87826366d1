/**
 * The elements and attributes of HTML that a slide may hold: flow and phrasing content that neither runs, fetches pages nor takes input.
 * Names are those of hast. Apart from the schema so that the lists can be read.
 */

const names = (text: string): string[] => text.trim().split(/\s+/);

/** Elements of HTML. `section` is for slides only; a raw one became a `div` long before. */
export const htmlElements = names(`
  section article aside div main nav header footer hgroup address search
  h1 h2 h3 h4 h5 h6 p hr br wbr pre blockquote ol ul li dl dt dd menu figure figcaption center
  table caption colgroup col thead tbody tfoot tr td th
  a abbr b bdi bdo big cite code data del dfn em font i ins kbd mark q rp rt ruby s samp small span strike
  strong sub sup time tt u var meter progress
  details summary input
  img picture source video audio track
`);

/** Attributes that every element may have, besides `data-*`, `aria-*` and `style`. */
export const globalAttributes = names(`
  className id title lang dir role hidden tabIndex translate spellCheck align vAlign itemScope itemType itemProp
  width height
`);

/** ARIA attributes; the sanitiser has no wildcard for them. */
export const ariaAttributes = names(`
  ariaActiveDescendant ariaAtomic ariaAutoComplete ariaBusy ariaChecked ariaColCount ariaColIndex ariaColSpan
  ariaControls ariaCurrent ariaDescribedBy ariaDetails ariaDisabled ariaErrorMessage ariaExpanded ariaFlowTo
  ariaHasPopup ariaHidden ariaInvalid ariaKeyShortcuts ariaLabel ariaLabelledBy ariaLevel ariaLive ariaModal
  ariaMultiLine ariaMultiSelectable ariaOrientation ariaOwns ariaPlaceholder ariaPosInSet ariaPressed ariaReadOnly
  ariaRelevant ariaRequired ariaRoleDescription ariaRowCount ariaRowIndex ariaRowSpan ariaSelected ariaSetSize
  ariaSort ariaValueMax ariaValueMin ariaValueNow ariaValueText
`);

/** Attributes of single elements. */
export const htmlAttributes: Readonly<Record<string, string[]>> = {
  a: names('href hrefLang rel target download type name'),
  audio: names('src controls loop muted preload autoPlay crossOrigin'),
  blockquote: ['cite'],
  bdo: ['dir'],
  col: names('span bgColor'),
  colgroup: ['span'],
  data: ['value'],
  del: names('cite dateTime'),
  details: names('open name'),
  font: names('color size face'),
  hr: names('color size noShade'),
  img: names('src alt srcSet sizes loading decoding crossOrigin border hSpace vSpace'),
  input: names('type checked disabled'),
  ins: names('cite dateTime'),
  li: names('value type'),
  meter: names('value min max low high optimum'),
  ol: names('start reversed type'),
  progress: names('value max'),
  q: ['cite'],
  source: names('src srcSet sizes media type'),
  table: names('border cellPadding cellSpacing summary bgColor rules frame'),
  td: names('colSpan rowSpan headers abbr scope noWrap bgColor'),
  th: names('colSpan rowSpan headers abbr scope noWrap bgColor'),
  time: ['dateTime'],
  tr: ['bgColor'],
  track: names('src kind srcLang label default'),
  ul: ['type'],
  video: names('src poster controls loop muted preload autoPlay playsInline crossOrigin'),
};
