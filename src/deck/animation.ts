/** Takes the bytes of a picture and tells for how long it moves: GIF, APNG and WebP say how long each frame stands, and how often all run. */

/** One run of a picture's frames, and how often it is shown. */
interface Run {
  readonly frames: number;
  readonly seconds: number;
  /** 0: for ever. */
  readonly plays: number;
}

/** Tell how many seconds a picture moves; 0 if it stands still, `Infinity` if it never ends. */
export function readMotionSeconds(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { frames, seconds, plays } = readRun(view) ?? { frames: 0, seconds: 0, plays: 1 };
  if (frames < 2) return 0;
  return plays === 0 ? Number.POSITIVE_INFINITY : seconds * plays;
}

function readRun(view: DataView): Run | undefined {
  try {
    if (readText(view, 0, 4) === 'GIF8') return readGif(view);
    if (readText(view, 1, 3) === 'PNG') return readPng(view);
    if (readText(view, 0, 4) === 'RIFF' && readText(view, 8, 4) === 'WEBP') return readWebp(view);
  } catch (error) {
    // Cut off: what there is of it stands still.
    if (!(error instanceof RangeError)) throw error;
  }
  return undefined;
}

function readText(view: DataView, at: number, length: number): string {
  return String.fromCharCode(...Array.from({ length }, (_, index) => view.getUint8(at + index)));
}

function readGif(view: DataView): Run {
  const palette = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
  const run = { frames: 0, seconds: 0, plays: 1 };
  let at = 13 + palette(view.getUint8(10));
  // Many end without the byte that ends them, and browsers show them all the same.
  while (at < view.byteLength && view.getUint8(at) !== 0x3b) {
    const kind = view.getUint8(at);
    if (kind === 0x2c) {
      run.frames += 1;
      at += 11 + palette(view.getUint8(at + 9));
    } else if (kind === 0x21) {
      const label = view.getUint8(at + 1);
      if (label === 0xf9) run.seconds += view.getUint16(at + 4, true) / 100;
      if (label === 0xff && readText(view, at + 3, 8) === 'NETSCAPE')
        run.plays = view.getUint16(at + 16, true);
      at += 2;
    } else return run;
    while (at < view.byteLength && view.getUint8(at) !== 0) at += view.getUint8(at) + 1;
    at += 1;
  }
  return run;
}

function readPng(view: DataView): Run {
  const run = { frames: 0, seconds: 0, plays: 1 };
  for (let at = 8; at + 12 <= view.byteLength; at += 12 + view.getUint32(at)) {
    const kind = readText(view, at + 4, 4);
    if (kind === 'acTL')
      Object.assign(run, { frames: view.getUint32(at + 8), plays: view.getUint32(at + 12) });
    if (kind === 'fcTL') run.seconds += view.getUint16(at + 28) / (view.getUint16(at + 30) || 100);
  }
  return run;
}

function readWebp(view: DataView): Run {
  const run = { frames: 0, seconds: 0, plays: 1 };
  for (let at = 12; at + 8 <= view.byteLength; ) {
    const kind = readText(view, at, 4);
    const size = view.getUint32(at + 4, true);
    if (kind === 'ANIM') run.plays = view.getUint16(at + 12, true);
    if (kind === 'ANMF') {
      run.frames += 1;
      run.seconds += (view.getUint32(at + 20, true) & 0xffffff) / 1000;
    }
    at += 8 + size + (size % 2);
  }
  return run;
}
