/** The styles that show all slides of a deck under each other. */

/** Show all slides under each other: the page’s own script is off, and with it what shows one at a time. */
export const allSlides = `
.reveal, .reveal .slides { position: static !important; width: auto !important; height: auto !important; overflow: visible !important; transform: none !important; inset: auto !important }
.reveal .slides section { display: block !important; position: relative !important; visibility: visible !important; opacity: 1 !important; transform: none !important; inset: auto !important }
.fragment { visibility: inherit !important; opacity: 1 !important; transition: none !important }
.fragment:not(.visible) { transform: none !important; translate: none !important }`;
