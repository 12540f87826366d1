/**
 * Takes an id and tells whether it names a property of the page's `window`, `document` or elements.
 * The page's scripts would then find the author's element where they look for a function ("DOM clobbering").
 */

const names = (text: string): string[] => text.trim().split(/\s+/);

const clobberingIds: ReadonlySet<string> = new Set([
  // Object and EventTarget: behind `window`'s named elements, so these are truly replaced.
  ...names(`
    __proto__ __defineGetter__ __defineSetter__ __lookupGetter__ __lookupSetter__ constructor hasOwnProperty
    isPrototypeOf propertyIsEnumerable toLocaleString toString valueOf prototype
    addEventListener removeEventListener dispatchEvent
  `),
  // What reveal.js, KaTeX and our own script put on or look for on `window`.
  ...names(`
    Reveal RevealHighlight RevealMarkdown RevealMath RevealNotes RevealSearch RevealZoom Lectern katex lectern
    define exports module require process global globalThis
  `),
  // Document.
  ...names(`
    activeElement adoptNode all anchors append attributes baseURI body characterSet charset childNodes children
    cloneNode compatMode contains contentType cookie createElement createElementNS createEvent createRange
    createTextNode createTreeWalker currentScript defaultView designMode doctype documentElement documentURI domain
    elementFromPoint embeds evaluate execCommand exitFullscreen firstChild fonts forms fullscreen fullscreenElement
    fullscreenEnabled getAnimations getElementById getElementsByClassName getElementsByName getElementsByTagName
    getSelection hasChildNodes hasFocus head hidden images implementation importNode innerHTML insertBefore lastChild
    lastModified links nextSibling nodeName nodeType nodeValue normalize outerHTML ownerDocument parentElement
    parentNode plugins prepend previousSibling querySelector querySelectorAll readyState referrer removeChild
    replaceChild replaceChildren rootElement scripts scrollingElement startViewTransition styleSheets tagName
    textContent timeline URL visibilityState write writeln
  `),
  // Window.
  ...names(`
    alert atob blur btoa caches cancelAnimationFrame clearInterval clearTimeout clientInformation close closed confirm
    console crypto customElements devicePixelRatio document event external fetch focus frameElement frames
    getComputedStyle history indexedDB innerHeight innerWidth isSecureContext length localStorage location locationbar
    matchMedia menubar moveBy moveTo name navigation navigator onerror onload onmessage open opener origin
    outerHeight outerWidth parent performance personalbar postMessage print prompt queueMicrotask
    requestAnimationFrame requestIdleCallback resizeBy resizeTo screen screenX screenY scroll scrollBy scrollTo
    scrollX scrollY scrollbars self sessionStorage setInterval setTimeout speechSynthesis status statusbar stop
    structuredClone toolbar top trustedTypes visualViewport window
  `),
]);

/** Tell whether an id would stand in for a property of the page. */
export function isClobberingId(id: string): boolean {
  return clobberingIds.has(id);
}
