/**
 * Takes slides with paths and leaves them with data URIs, or with paths into the assets folder (`file.data.assets`).
 * What is missing, damaged or elsewhere is reported, and its words stay on the slide.
 */
import { createHash } from 'node:crypto';
import type { Element, Parents, Root } from 'hast';
import { h } from 'hastscript';
import type { VFile } from 'vfile';
import type { Config } from '../config/config.js';
import { checkMedia } from '../deck/media-type.js';
import { defaultDeckOptions } from '../deck/options.js';
import { countElements, mostElements } from '../deck/picture-size.js';
import { decodePath, resolvePath, type Sources } from '../deck/sources.js';
import { noteMissingFile } from '../diagnostics/missing-file.js';
import { report } from '../diagnostics/report.js';
import { dataOf } from '../fit/read-pixels.js';
import { fillIn, selectStrings } from '../strings.js';
import { reportBackslash } from './assets/backslash.js';
import { inlineSvg } from './assets/inline-svg.js';
import { reportMotion } from './assets/report-motion.js';
import { reportElements, reportPixels } from './assets/report-size.js';
import { visitCandidates, visitMedia } from './assets/visit-media.js';

/** A file that lies beside the document. */
export interface Asset {
  /** Path relative to the document. */
  readonly path: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

declare module 'vfile' {
  interface DataMap {
    /** What lies beside the document; output writes it. */
    assets?: ReadonlyMap<string, Asset>;
    /** What became of every address: where its medium lies, a word for the picture that was drawn, or nothing where words took its place. */
    placedMedia?: ReadonlyMap<string, string | undefined>;
    /** Why addresses that may be fetched were not, a sentence each; set by what reads decks from the disk. */
    refusedMedia?: ReadonlyMap<string, string>;
  }
}

/** List the paths of a tree's media, each once, as keys of `Sources`. Remote and outside paths are not among them. */
export function listMedia(tree: Root): string[] {
  const paths = new Set<string>();
  const add = (url: string) => {
    const path = resolvePath(url);
    if (path.kind === 'inside') paths.add(path.path);
  };
  visitMedia(tree, (_, __, url) => add(url));
  visitCandidates(tree, (_, candidates) => candidates.forEach(({ url }) => add(url)));
  return [...paths];
}

/** List the addresses of a tree's media on the network, each once. */
export function listRemoteMedia(tree: Root): string[] {
  const addresses = new Set<string>();
  visitMedia(tree, (_, __, url) => {
    if (/^(https?:)?\/\//i.test(url)) addresses.add(url);
  });
  visitCandidates(tree, (_, candidates) => {
    for (const { url } of candidates) if (/^(https?:)?\/\//i.test(url)) addresses.add(url);
  });
  return [...addresses];
}

/** Put the deck's media into the document or beside it. */
export function rehypeAssets(config: Config, sources: Sources) {
  return (tree: Root, file: VFile): void => {
    const placed = new Map<string, string | undefined>();
    const assets = new Map<string, Asset>();
    // Before the picture itself: where that is missing, the whole element goes.
    visitCandidates(tree, (element, candidates) => {
      const kept = candidates.flatMap(({ url, width }) => {
        const place = url.startsWith('data:')
          ? url
          : placeMedium(url, element, { config, sources, file, assets });
        placed.set(`${url} among others`, place);
        return place === undefined ? [] : [`${place} ${width}`.trim()];
      });
      if (kept.length > 0) element.properties.srcSet = kept.join(', ');
      else delete element.properties.srcSet;
    });
    visitMedia(tree, (element, name, url, parent) => {
      if (url.startsWith('data:')) {
        const bytes = dataOf(url);
        if (bytes && reportPixels('data:', bytes, element, file)) replaceMissing(element, 'data:', file);
        return;
      }
      const drawn =
        isInline(element, parent) && replaceBySvg(url, element, { config, sources, file, assets });
      if (drawn) {
        placed.set(`${url} inline`, drawn);
        return;
      }
      const place = placed.get(url) ?? placeMedium(url, element, { config, sources, file, assets });
      placed.set(url, place);
      if (place === undefined && name === 'poster') delete element.properties.poster;
      else if (place === undefined) replaceMissing(element, url, file);
      else element.properties[name] = place;
    });
    file.data.assets = assets;
    file.data.placedMedia = placed;
  };
}

/** `{.inline}` on a picture, or on the figure that it became. */
function isInline(element: Element, parent: Parents | undefined): boolean {
  return [element, parent].some((node) => {
    const classes = node?.type === 'element' ? node.properties.className : undefined;
    return Array.isArray(classes) && classes.includes('inline');
  });
}

/** Leaves a name for what was drawn, which changes with its content; nothing where the picture stays one. */
function replaceBySvg(url: string, element: Element, { config, sources, file }: Placing): string | undefined {
  const path = resolvePath(url);
  const bytes = path.kind === 'inside' ? sources.get(path.path) : undefined;
  const media = bytes && checkMedia(bytes);
  if (!bytes || !media || media.problem !== undefined || media.extension !== 'svg') return undefined;
  // It is reported where it is refused as a file.
  if (countElements(bytes) > mostElements) return undefined;
  const svg = inlineSvg(bytes, element, file, config);
  if (!svg) return undefined;
  Object.assign(element, { tagName: svg.tagName, properties: svg.properties, children: svg.children });
  return nameBeside(url, bytes);
}

interface Placing {
  readonly config: Config;
  readonly sources: Sources;
  readonly file: VFile;
  readonly assets: Map<string, Asset>;
}

function placeMedium(
  url: string,
  element: Element,
  { config, sources, file, assets }: Placing,
): string | undefined {
  const path = resolvePath(url);
  // What lies on the network is a source by its address once somebody fetched it.
  const key = path.kind === 'inside' ? path.path : url;
  const bytes = path.kind === 'outside' ? undefined : sources.get(key);
  if (!bytes && reportBackslash(url, element, file)) return undefined;
  if (!bytes && path.kind !== 'inside') {
    reportElsewhere(url, path.kind, element, file);
    return undefined;
  }
  if (!bytes) {
    report(
      file,
      'image-missing',
      element,
      `Unexpected path \`${url}\`, expected a file in the deck’s folder`,
      {
        note: noteMissingFile(key, file),
        actual: url,
      },
    );
    return undefined;
  }
  const media = checkMedia(bytes);
  if (media.problem !== undefined) {
    const reason = `Unexpected ${media.problem} \`${url}\`, expected a picture, video or sound`;
    const note = 'Save it again as PNG, JPEG, GIF, WebP, AVIF or SVG.';
    report(file, 'image-damaged', element, reason, { note, actual: url });
    return undefined;
  }
  const isDrawing = media.extension === 'svg';
  if ((isDrawing ? reportElements : reportPixels)(url, bytes, element, file)) return undefined;
  reportMotion(url, bytes, element, file);
  if (config.assets === 'inline' && bytes.length <= config.inlineLimit) {
    return `data:${media.type};base64,${Buffer.from(bytes).toString('base64')}`;
  }
  const beside = `${config.assetsFolder}/${nameBeside(key, bytes)}.${media.extension}`;
  if (config.assets === 'inline' && !assets.has(beside)) {
    const reason = `Unexpected size of \`${url}\`, expected at most ${config.inlineLimit} bytes to put it into the file`;
    const note = `It lies beside the file as \`${beside}\`; pass the folder on with it, or raise \`--inline-limit\`.`;
    report(file, 'asset-not-inlined', element, reason, { note });
  }
  assets.set(beside, { path: beside, type: media.type, bytes });
  return beside;
}

/** Name a file after the author's, and after its content, so that no two meet. */
function nameBeside(key: string, bytes: Uint8Array): string {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
  const [address = ''] = key.split(/[?#]/);
  const name = (address.split('/').at(-1) ?? '').replace(/\.[^.]*$/, '').replace(/[^\w-]+/g, '-');
  return `${name}-${hash}`;
}

function reportElsewhere(url: string, kind: 'remote' | 'outside', element: Element, file: VFile): void {
  const refusal = file.data.refusedMedia?.get(url);
  if (refusal !== undefined) {
    report(file, 'image-fetch', element, `Unexpected answer of \`${url}\`, expected a picture`, {
      note: `${refusal} Save the picture beside the deck.`,
      actual: url,
    });
    return;
  }
  if (kind === 'remote') {
    report(
      file,
      'image-remote',
      element,
      `Unexpected address \`${url}\`, expected a file in the deck’s folder`,
      {
        note: 'Save the picture beside the deck, or let the command fetch it: `--allow-remote`.',
        actual: url,
      },
    );
    return;
  }
  const written = decodePath(url).replace(/^\/(?=[a-z]:)/i, '');
  const name = written.split(/[\\/]/).at(-1);
  report(
    file,
    'image-outside',
    element,
    `Unexpected path \`${written}\`, expected one inside the deck’s folder`,
    {
      note: `Copy the file into the deck’s folder${name ? ` and write \`${name}\`` : ''}.`,
      actual: url,
    },
  );
}

/** The words of a picture that cannot be shown take its place. */
function replaceMissing(element: Element, url: string, file: VFile): void {
  const { lang, strings } = file.data.deck ?? defaultDeckOptions;
  const { alt, ariaLabel } = element.properties;
  const words = fillIn(selectStrings(lang, strings).imageMissing, {
    name: [alt, ariaLabel].find((name) => typeof name === 'string' && name !== '')?.toString() ?? url,
  });
  const replacement = h('span', { className: ['image-missing'] }, words);
  element.tagName = replacement.tagName;
  element.properties = replacement.properties;
  element.children = replacement.children;
}
