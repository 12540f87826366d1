/**
 * Takes `{{name}}` in text and leaves a `variable` node. A construct of its own, so that `\{{` is literal and code and formulas are
 * left alone without anybody looking for them. Letters, digits, `.` and `-` make a name; a space inside makes it text.
 */
import type { Data, Literal } from 'mdast';
import type { Extension as FromMarkdownExtension } from 'mdast-util-from-markdown';
import type { Code, Construct, Effects, State } from 'micromark-util-types';

/** The place of a value that the deck or the talk gives. */
export interface Variable extends Literal {
  type: 'variable';
  name: string;
  /** As written, so that one nobody fills stays what the author sees. */
  value: string;
  data?: Data | undefined;
}

declare module 'mdast' {
  interface PhrasingContentMap {
    variable: Variable;
  }
  interface RootContentMap {
    variable: Variable;
  }
}

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    variable: 'variable';
  }
}

const open = 123;
const close = 125;

/** Make the construct for variables in text, to be registered at `{`. */
export function variableText(): Construct {
  return { name: 'variable', tokenize: tokenizeVariable };
}

function tokenizeVariable(effects: Effects, ok: State, nok: State): State {
  const expect = (wanted: number, next: State) => (code: Code) => {
    if (code !== wanted) return nok(code);
    effects.consume(code);
    return next;
  };
  const end: State = (code) => {
    effects.exit('variable');
    return ok(code);
  };
  const name: State = (code) => {
    if (isNamePart(code)) {
      effects.consume(code);
      return name;
    }
    return expect(close, expect(close, end))(code);
  };
  const start: State = (code) => {
    if (!isNamePart(code)) return nok(code);
    return name(code);
  };
  return (code) => {
    effects.enter('variable');
    return expect(open, expect(open, start))(code);
  };
}

function isNamePart(code: Code): code is number {
  return code !== null && code > 0 && /[\p{L}\p{N}.-]/u.test(String.fromCharCode(code));
}

/** Turn the construct's tokens into nodes. */
export function variableFromMarkdown(): FromMarkdownExtension {
  return {
    enter: {
      variable(token) {
        this.enter({ type: 'variable', name: '', value: '' }, token);
      },
    },
    exit: {
      variable(token) {
        const node = this.stack.at(-1);
        if (node?.type === 'variable') {
          node.value = this.sliceSerialize(token);
          node.name = node.value.slice(2, -2);
        }
        this.exit(token);
      },
    },
  };
}
