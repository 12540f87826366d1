/**
 * Takes `$…$` in text and leaves math tokens by Pandoc's rule, so that "from $5 to $10" stays text.
 * A construct of its own since micromark-extension-math opens at any dollar.
 */
import { math } from 'micromark-extension-math';
import { asciiDigit, markdownLineEnding, markdownLineEndingOrSpace } from 'micromark-util-character';
import type { Code, Construct, Effects, State, Token } from 'micromark-util-types';

const dollar = 36;
const backslash = 92;
const space = 32;

/**
 * Make the construct for math in text: a `$` opens before a non-space, closes after a non-space and not before a
 * digit. Two or more dollars (`$$ x $$`) may have spaces inside.
 */
export function mathText(): Construct {
  const [original] = [math().text?.[dollar] ?? []].flat();
  // What surrounds the tokens (merging of data, padding, `\$` before) is the library's; only the rule is ours.
  return {
    ...original,
    name: 'mathText',
    tokenize: (effects, ok, nok) => new MathText(effects, ok, nok).open,
  };
}

/** The state machine: open → between ⇄ data → close. Token names are those mdast-util-math listens to. */
class MathText {
  #size = 0;
  #closing = 0;
  #afterSpace = true;
  #fence: Token | undefined;

  constructor(
    readonly effects: Effects,
    readonly ok: State,
    readonly nok: State,
  ) {}

  open = (code: Code): State | undefined => {
    this.effects.enter('mathText');
    this.effects.enter('mathTextSequence');
    return this.#openFence(code);
  };

  #openFence = (code: Code): State | undefined => {
    if (code === dollar) {
      this.effects.consume(code);
      this.#size++;
      return this.#openFence;
    }
    // `5 $ a day`: the dollar is money.
    if (this.#size === 1 && (code === null || markdownLineEndingOrSpace(code))) return this.nok(code);
    this.effects.exit('mathTextSequence');
    return this.#between(code);
  };

  #between = (code: Code): State | undefined => {
    if (code === null) return this.nok(code);
    if (code === dollar) return this.#startClose(code);
    if (code === space) return this.#consumeAs('space', code);
    if (markdownLineEnding(code)) return this.#consumeAs('lineEnding', code);
    this.effects.enter('mathTextData');
    return this.#data(code);
  };

  #consumeAs(type: 'space' | 'lineEnding', code: Code): State {
    this.effects.enter(type);
    this.effects.consume(code);
    this.effects.exit(type);
    this.#afterSpace = true;
    return this.#between;
  }

  #data = (code: Code): State | undefined => {
    if (code === null || code === space || code === dollar || markdownLineEnding(code)) {
      this.effects.exit('mathTextData');
      return this.#between(code);
    }
    this.effects.consume(code);
    this.#afterSpace = markdownLineEndingOrSpace(code);
    return code === backslash ? this.#escaped : this.#data;
  };

  // `$\$5$`: a dollar inside the formula.
  #escaped = (code: Code): State | undefined => {
    if (code !== dollar && code !== backslash) return this.#data(code);
    this.effects.consume(code);
    return this.#data;
  };

  #startClose(code: Code): State | undefined {
    // `$5 to $10`: the second dollar follows a space, so neither is math.
    if (this.#size === 1 && this.#afterSpace) return this.nok(code);
    this.#fence = this.effects.enter('mathTextSequence');
    this.#closing = 0;
    return this.#closeFence(code);
  }

  #closeFence = (code: Code): State | undefined => {
    if (code === dollar) {
      this.effects.consume(code);
      this.#closing++;
      return this.#closeFence;
    }
    if (this.#closing !== this.#size) {
      // `$a$$`: no formula holds a bare dollar.
      if (this.#size === 1) return this.nok(code);
      if (this.#fence) this.#fence.type = 'mathTextData';
      this.#afterSpace = false;
      return this.#data(code);
    }
    // `$20,000 and USD$30,000`
    if (this.#size === 1 && asciiDigit(code)) return this.nok(code);
    this.effects.exit('mathTextSequence');
    this.effects.exit('mathText');
    return this.ok(code);
  };
}
