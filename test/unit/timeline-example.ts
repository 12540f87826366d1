/** Compiles a `:::timeline` alone, for the tests of the component, and holds the worked example of the specification. */
import { toHtml } from 'hast-util-to-html';
import type { Root } from 'mdast';
import { directiveFromMarkdown } from 'mdast-util-directive';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { type State, toHast } from 'mdast-util-to-hast';
import { directive } from 'micromark-extension-directive';
import { gfm } from 'micromark-extension-gfm';
import { VFile } from 'vfile';
import type { ComponentContext, Room } from '../../src/components/component.js';
import { usualRoom } from '../../src/components/timeline/geometry.js';
import { timeline } from '../../src/components/timeline/index.js';
import type { TimelineLayout } from '../../src/components/timeline/layout-types.js';
import type { TimelineNode } from '../../src/components/timeline/node.js';
import { splitTimeline } from '../../src/components/timeline/paginate.js';
import { selectStrings } from '../../src/strings.js';

export interface Compiled {
  /** The node as parsed. */
  readonly node: TimelineNode | undefined;
  /** What stands on each slide, laid out. */
  readonly pages: readonly TimelineNode[];
  readonly file: VFile;
  readonly html: string;
  /** `line rule` of every message. */
  readonly messages: string[];
}

/** Parse, cut and render the first directive of a document, in a room as large as the body of a slide. */
export function compileTimeline(
  value: string,
  room: Room = usualRoom,
  more: Partial<ComponentContext> = {},
): Compiled {
  const file = new VFile({ value, path: 'deck.md' });
  const context: ComponentContext = {
    file,
    strings: selectStrings('en'),
    lang: 'en',
    read: () => undefined,
    ...more,
  };
  const blocks = { ...directive() };
  // Inline directives cut ratios and times; Lectern has blocks only.
  delete blocks.text;
  const tree: Root = fromMarkdown(value, {
    extensions: [gfm(), blocks],
    mdastExtensions: [gfmFromMarkdown(), directiveFromMarkdown()],
  });
  let node: TimelineNode | undefined;
  let pages: readonly TimelineNode[] = [];
  tree.children = tree.children.flatMap((child): Root['children'] => {
    if (child.type !== 'containerDirective' || node) return [child];
    node = timeline.parse(child, context);
    pages = node ? splitTimeline(node, room, context) : [];
    return node ? [...pages] : [child];
  });
  const hast = toHast(tree, {
    handlers: {
      timeline: (state: State, one: TimelineNode) => timeline.render(state, one, context),
    },
  });
  const messages = file.messages.map((message) => `${message.line} ${message.ruleId}`);
  return { node, pages, file, html: toHtml(hast), messages };
}

/** Compile a timeline that must stand on one slide, and leave its layout. */
export function layoutOf(value: string, room?: Room): TimelineLayout {
  const { pages } = compileTimeline(value, room);
  const layout = pages[0]?.layout;
  if (!layout || pages.length > 1) throw new Error(`${pages.length} slides instead of one`);
  return layout;
}

/** The history of two libraries: components.md 2.7. */
export const example = `:::timeline[Keras and PyTorch, 2015–2026]{#history now=2026-11 reveal=years}

### Keras

- **2015-03-27** **First public commit** — Theano only [^k-first]
- **2015-12-01** 0.3.0 adds a TensorFlow backend
- **2016-09-19** 1.1.0 makes TensorFlow the default
- **2017-03-14** Keras 2.0
- **2017-06-12** 2.0.5 adds a CNTK backend
- **2019-09-17** 2.3.0, last multi-backend Keras 2
- **2020-06-17** **2.4.0: TensorFlow only**
- **2020-12-07** Own repository again, Apache-2.0
- **2023-11-27** **Keras 3.0** — JAX, TensorFlow, PyTorch
- **2024-03-07** TensorFlow 2.16 ships Keras 3
- **2025-01-07** 3.8 exports ONNX
- **2026-06-24** 3.15 exports \`.pt2\`

### PyTorch

- **2016-09..2017-01** Alpha releases [^p-alpha]
- **2017-01** **Public release**
- **2017-09-07** ONNX announced with Microsoft
- **2018-12-07** **1.0** — Caffe2 merged in
- **2019-04-30** 1.1 logs to TensorBoard
- **2019-10** 1.3 reaches mobile
- **2020-04-21** TorchServe
- **2022-09-12** **PyTorch Foundation**
- **2023-03-15** **2.0** — \`torch.compile\`
- **2025-05** vLLM joins the Foundation
- **2025-08-07** TorchServe archived
- **2026-07-08** 2.13

### Eras

- **2015-11..2020-06** Keras on several backends
- **2020-06..2023-11** Keras inside TensorFlow
- **2023-11..** Several backends again

[^k-first]: keras-team/keras, commit 37a1db2.
[^p-alpha]: pytorch/pytorch, commit 34b6738, "bumping to alpha-2", 1 September 2016.

:::
`;
