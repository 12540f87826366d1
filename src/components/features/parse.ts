/** Takes a `:::features` and leaves its features: an icon, a bold lead, and what stands behind the dash. */
import type { Image, ImageReference, ListItem, PhrasingContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { report } from '../../diagnostics/report.js';
import { isBlank } from '../../values/inline.js';
import type { ComponentContext, ComponentDirective } from '../component.js';
import { type Block, readContainer, splitItem } from '../container.js';
import { cutInline, spanOf } from '../cut-inline.js';
import { checkOptions } from '../options.js';
import type { Feature, FeaturePart, FeaturesNode } from './node.js';
import { optionTable } from './options.js';

/** Columns by the number of features: as few lines as there can be, and those full where that is possible. */
const columnsByCount = [1, 1, 2, 3, 2] as const;

/** Parse a feature list; the author's text stays visible when there is no list in it. */
export function parseFeatures(
  directive: ComponentDirective,
  context: ComponentContext,
): FeaturesNode | undefined {
  const options = checkOptions(directive, optionTable, context.file);
  const { id, classes, caption, blocks } = readContainer(directive);
  if (!blocks.some((block) => block.type === 'list')) {
    report(
      context.file,
      'features-list-missing',
      directive,
      'Unexpected `features` without a list, expected one',
      {
        note: 'Write a list of `- **Lead** — text`.',
      },
    );
    return undefined;
  }
  const children = blocks.flatMap((block): (Feature | Block)[] =>
    block.type === 'list' ? block.children.map((item) => readFeature(item, context)) : [block],
  );
  const count = children.filter((child) => child.type === 'feature').length;
  return {
    type: 'features',
    id,
    classes,
    cols: options.cols === '2' ? 2 : options.cols === '3' ? 3 : (columnsByCount[count] ?? 3),
    stepwise: options.reveal === 'items',
    children: [...(caption ? [caption] : []), ...children],
    ...(directive.position && { position: directive.position }),
  };
}

function readFeature(item: ListItem, context: ComponentContext): Feature {
  const { words, detail } = splitItem(item);
  const [icon, line] = takeIcon(words);
  const [lead, text] = takeLead(line);
  if (!lead) {
    const written = toString(item.children[0] ?? item).slice(0, 60);
    report(
      context.file,
      'features-lead-missing',
      item,
      `Unexpected \`${written}\`, expected a bold lead first`,
      {
        note: 'Write `- **Lead** — text`.',
        actual: written,
      },
    );
  }
  return {
    type: 'feature',
    children: [
      ...part('featureIcon', icon),
      ...part('featureLead', lead ?? []),
      ...part('featureText', text),
      ...detail,
    ],
    ...(item.position && { position: item.position }),
  };
}

/** A part of a feature, when there is anything in it. */
function part(type: FeaturePart['type'], children: readonly PhrasingContent[]): FeaturePart[] {
  return children.length > 0 ? [{ type, children: [...children], ...spanOf(children) }] : [];
}

/** A picture that the line begins with is its icon; one further back is part of the text. */
function takeIcon(
  line: readonly PhrasingContent[],
): [icon: (Image | ImageReference)[], rest: readonly PhrasingContent[]] {
  const index = line.findIndex((node) => !isBlank(node));
  const first = line[index];
  const isIcon = first?.type === 'image' || first?.type === 'imageReference';
  return isIcon ? [[first], line.slice(index + 1)] : [[], line];
}

/** Numbers of notes between lead and dash belong to the lead. */
function takeLead(
  line: readonly PhrasingContent[],
): [lead: PhrasingContent[] | undefined, text: readonly PhrasingContent[]] {
  const index = line.findIndex((node) => !isBlank(node));
  const bold = line[index];
  if (bold?.type !== 'strong') return [undefined, line];
  const rest = line.slice(index + 1);
  const halves = cutInline(rest, /^\s*[—–:]\s*|\s+[—–-]\s+/);
  if (!halves) return [[bold], rest];
  const between = halves.before.filter((node) => !isBlank(node));
  const isNoted = between.every((node) => node.type === 'footnoteReference');
  return isNoted ? [[bold, ...between], halves.after] : [[bold], rest];
}
