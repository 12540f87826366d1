/** Takes `![alt](clip.mp4)`, a picture to Markdown, and leaves a video or a sound; and the line that stands for one on paper. */
import type { Element, Properties } from 'hast';
import { h } from 'hastscript';
import type { VFile } from 'vfile';
import { report } from '../../diagnostics/report.js';
import { fillIn, type Strings } from '../../strings.js';

type MediaKind = 'video' | 'audio';

const extensions: readonly (readonly [MediaKind, RegExp])[] = [
  ['video', /\.(?:mp4|m4v|mov|webm)$/i],
  ['audio', /\.(?:mp3|m4a|ogg|oga|opus|wav)$/i],
];

const mediaOptions = ['autoPlay', 'controls', 'loop', 'muted', 'poster'];

/** Turn a picture into the video or sound that its name says, or report that it cannot play. */
export function replacePicture(image: Element, file: VFile): void {
  const { src, alt, ...rest } = image.properties;
  const kind = extensions.find(([, pattern]) => pattern.test(withoutQuery(src)))?.[0];
  dropOptions(image, kind ? (kind === 'audio' ? ['poster'] : []) : mediaOptions, kind, file);
  if (!kind) return;
  for (const name of ['title', 'poster']) if (!(name in image.properties)) delete rest[name];
  const properties: Properties = {
    src,
    ...rest,
    controls: true,
    preload: 'metadata',
    ...(kind === 'video' && { playsInline: true }),
    ...(alt && { ariaLabel: alt }),
  };
  Object.assign(image, { tagName: kind, properties });
}

function withoutQuery(url: unknown): string {
  return typeof url === 'string' ? url.replace(/[?#].*$/, '') : '';
}

function dropOptions(
  image: Element,
  names: readonly string[],
  kind: MediaKind | undefined,
  file: VFile,
): void {
  for (const name of names) {
    if (!(name in image.properties)) continue;
    delete image.properties[name];
    const option = name.toLowerCase();
    const subject = kind === 'audio' ? 'a sound' : 'a picture';
    const reason = `Unexpected option \`${option}\` of ${subject}, expected it on a video${kind ? '' : ' or a sound'}`;
    report(file, 'image-option-unknown', image, reason, { actual: option });
  }
}

/** A video starts when its slide is shown, not when the page is: reveal.js does that by an attribute of its own. */
export function delayAutoplay({ properties }: Element): void {
  if (!('autoPlay' in properties)) return;
  delete properties.autoPlay;
  properties.dataAutoplay = true;
}

/** What paper shows of a video or a sound: its words and the name of the file. */
export function renderPaperLine({ tagName, properties, children }: Element, strings: Strings): Element {
  const sources = children.flatMap((child) => (child.type === 'element' ? [child.properties.src] : []));
  const url = [properties.src, ...sources].find((one) => typeof one === 'string' && one !== '');
  const name = fileName(typeof url === 'string' ? url : '');
  const words = fillIn(tagName === 'video' ? strings.video : strings.sound, { name });
  const { ariaLabel } = properties;
  return h('span', { className: ['media-line', 'print-only'] }, [
    ...(typeof ariaLabel === 'string' ? [h('span', { className: ['media-title'] }, ariaLabel), ' '] : []),
    h('span', { className: ['media-name'] }, words),
  ]);
}

function fileName(url: string): string {
  if (/^(?:data|blob):/i.test(url)) return '';
  const name = withoutQuery(url).split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
