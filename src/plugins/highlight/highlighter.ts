/**
 * Takes a grammar and code and leaves hast; the only file that imports lowlight, and itself imported lazily.
 * Apart from the plugin so that a bundler keeps `createLowlight` and drops the 190 grammars of the package's entry.
 */
import type { ElementContent } from 'hast';
import { createLowlight } from 'lowlight';
import { findGrammar, type Grammar } from './grammars.js';

/** Colours code, loading each grammar once. */
export interface Highlighter {
  /** Split code into spans with highlight.js classes. */
  highlight(grammar: Grammar, code: string): Promise<ElementContent[]>;
}

/** Create a highlighter that knows no grammar yet. */
export function createHighlighter(): Highlighter {
  const lowlight = createLowlight();
  async function register(grammar: Grammar): Promise<void> {
    const [name] = grammar.names;
    if (lowlight.registered(name)) return;
    const { default: language } = await grammar.load();
    lowlight.register(name, language);
    // HTML in Markdown, CSS in HTML: an unregistered inner language would be left plain.
    for (const inner of grammar.inside ?? []) {
      const innerGrammar = findGrammar(inner);
      if (innerGrammar) await register(innerGrammar);
    }
  }
  return {
    async highlight(grammar, code) {
      await register(grammar);
      // Lowlight's root holds elements and text only.
      return lowlight.highlight(grammar.names[0], code).children as ElementContent[];
    },
  };
}
