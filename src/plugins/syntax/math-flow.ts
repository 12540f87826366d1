/**
 * Takes a line that is only `$$` and leaves a block of math. The library takes any line that begins so, and then loses its words:
 * "$$ is money", or a formula that starts on the line of its dollars, would swallow the rest of the deck.
 */
import { math } from 'micromark-extension-math';
import { markdownLineEnding, markdownSpace } from 'micromark-util-character';
import type { Code, Construct, State, Tokenizer } from 'micromark-util-types';

const dollar = 36;

/** Make the construct for math in blocks: a fence of two dollars or more with nothing behind it. */
export function mathFlow(): Construct {
  const [original] = [math().flow?.[dollar] ?? []].flat();
  if (!original) throw new Error('Unexpected micromark-extension-math, expected a flow construct');
  return {
    ...original,
    tokenize(effects, ok, nok) {
      return effects.check(
        { tokenize: tokenizeBareFence, partial: true },
        effects.attempt(original, ok, nok),
        nok,
      );
    },
  };
}

const tokenizeBareFence: Tokenizer = (effects, ok, nok) => {
  return (code) => {
    effects.enter('mathFlowFenceSequence');
    return dollars(code);
  };

  function dollars(code: Code): State | undefined {
    if (code === dollar) {
      effects.consume(code);
      return dollars;
    }
    return blanks(code);
  }

  function blanks(code: Code): State | undefined {
    if (code === null || markdownLineEnding(code)) {
      effects.exit('mathFlowFenceSequence');
      return ok(code);
    }
    if (!markdownSpace(code)) return nok(code);
    effects.consume(code);
    return blanks;
  }
};
