/**
 * The elements and attributes of SVG and MathML that a slide may hold: drawings and formulas, without script, animation, links out
 * of the drawing, or the elements that take an HTML parser back into HTML (`foreignObject`, `annotation-xml`, `mglyph`).
 */

const names = (text: string): string[] => text.trim().split(/\s+/);

/** Elements of SVG. No `image`, `style`, `animate`, `set`, `foreignObject`. */
export const svgElements = names(`
  svg g defs symbol use title desc path rect circle ellipse line polyline polygon text tspan textPath
  linearGradient radialGradient stop clipPath mask pattern marker
`);

/** Attributes of a drawing's elements. */
export const svgAttributes = names(`
  xmlns xmlnsXLink version viewBox preserveAspectRatio focusable x y x1 y1 x2 y2 cx cy r rx ry fx fy fr dx dy d points
  pathLength rotate transform transformOrigin
  fill fillOpacity fillRule stroke strokeWidth strokeLineCap strokeLineJoin strokeMiterLimit strokeDashArray
  strokeDashOffset strokeOpacity opacity color stopColor stopOpacity offset paintOrder vectorEffect
  gradientUnits gradientTransform spreadMethod patternUnits patternContentUnits patternTransform
  clipPath clipPathUnits clipRule mask maskUnits maskContentUnits
  markerStart markerMid markerEnd markerWidth markerHeight markerUnits orient refX refY
  textAnchor dominantBaseline alignmentBaseline baselineShift fontFamily fontSize fontWeight fontStyle fontVariant
  letterSpacing wordSpacing textDecoration textLength lengthAdjust startOffset writingMode
  shapeRendering textRendering display visibility overflow
`);

/** Attributes of a drawing whose value is CSS and may hold `url(…)`. */
export const paintAttributes = names('fill stroke clipPath mask markerStart markerMid markerEnd');

/** Elements of MathML, those of KaTeX among them. */
export const mathElements = names(`
  math semantics annotation mrow mi mn mo ms mtext mspace mfrac msqrt mroot mstyle merror mpadded mphantom mfenced
  menclose msub msup msubsup munder mover munderover mmultiscripts mprescripts none mtable mtr mtd mlabeledtr
`);

/** Attributes of a formula's elements; HTML knows none of them, so that hast keeps them as written. */
export const mathAttributes = names(`
  xmlns display encoding mathvariant mathcolor mathbackground mathsize displaystyle scriptlevel stretchy symmetric fence
  separator lspace rspace minsize maxsize largeop movablelimits accent accentunder form linethickness bevelled depth
  voffset notation columnalign columnspacing columnlines rowalign rowspacing rowlines frame framespacing side columnspan
  rowSpan open close separators
`);
