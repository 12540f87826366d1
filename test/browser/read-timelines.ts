/** Reads timelines as a browser has drawn them, and says what of it lies where it must not. */

/** A rectangle in px of the page. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A label: the lines of its words, its box, its leader and its mark. */
export interface DrawnLabel {
  readonly text: string;
  readonly lines: readonly Box[];
  readonly box: Box;
  readonly side: string;
  readonly leader: readonly (readonly Point[])[];
  readonly mark: Box;
}

/** A timeline as it is drawn. */
export interface DrawnTimeline {
  readonly slide: string;
  readonly form: string;
  readonly scale: 'time' | 'collapsed' | 'even';
  readonly room: Box;
  readonly labels: readonly DrawnLabel[];
  /** Other words: names, eras, now, breaks. */
  readonly words: readonly { readonly text: string; readonly box: Box }[];
  /** Single dates with a `datetime`: the middle of what it covers, and the middle of its mark. */
  readonly points: readonly { readonly day: number; readonly x: number }[];
}

/** Read the timelines of a slide; runs in the page, so all it needs is inside. */
export function readTimelines(id: string): DrawnTimeline[] {
  const slide = document.getElementById(id);
  const toBox = ({ left, right, top, bottom }: DOMRect): Box => ({ left, right, top, bottom });
  const linesOf = (element: Element): Box[] => {
    const lines: Box[] = [];
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      if (
        walker.currentNode.parentElement?.closest('.visually-hidden') ||
        !walker.currentNode.nodeValue?.trim()
      )
        continue;
      const range = document.createRange();
      range.selectNodeContents(walker.currentNode);
      lines.push(...[...range.getClientRects()].map(toBox));
    }
    return lines;
  };
  const dayOf = (datetime: string): number => {
    const [year = 0, month, day] = datetime.split('-').map(Number);
    const start = Date.UTC(year, (month ?? 1) - 1, day ?? 1);
    const end = Date.UTC(month ? year : year + 1, month ? (day ? month - 1 : month) : 0, day ? day + 1 : 1);
    return (start + end) / 2 / 86_400_000;
  };
  return [...(slide?.querySelectorAll<HTMLElement>('figure.timeline') ?? [])].map((figure): DrawnTimeline => {
    const svg = figure.querySelector<SVGSVGElement>('svg.timeline-figure');
    const frame = svg?.getBoundingClientRect() ?? new DOMRect();
    const [width = 1, height = 1] = (svg?.getAttribute('viewBox') ?? '').split(' ').slice(2).map(Number);
    const toPage = (x: number, y: number): Point => ({
      x: frame.left + (x / width) * frame.width,
      y: frame.top + (y / height) * frame.height,
    });
    const leaders = [...figure.querySelectorAll('g.timeline-leader')];
    const marks = [...figure.querySelectorAll('g.timeline-mark')];
    const events = [...figure.querySelectorAll('li.timeline-event')];
    const pathOf = (group: Element | undefined): Point[][] =>
      (group?.querySelector('path')?.getAttribute('d') ?? '')
        .split('M')
        .filter(Boolean)
        .map((piece) =>
          piece.split('L').map((pair) => toPage(...(pair.split(' ').map(Number) as [number, number]))),
        );
    const labels = events.flatMap((event, index): DrawnLabel[] => {
      if (event.classList.contains('visually-hidden')) return [];
      const mark = marks[index]?.querySelector('.timeline-dot, .timeline-bar') ?? event;
      return [
        {
          text: event.textContent ?? '',
          lines: linesOf(event),
          box: toBox(event.getBoundingClientRect()),
          side: event.getAttribute('data-side') ?? '',
          leader: pathOf(leaders[index]),
          mark: toBox(mark.getBoundingClientRect()),
        },
      ];
    });
    const points = events.flatMap((event, index) => {
      const times = event.querySelectorAll('.timeline-date time');
      const datetime = times[0]?.getAttribute('datetime');
      const dot = marks[index]?.querySelector('.timeline-dot')?.getBoundingClientRect();
      return datetime && dot && times.length === 1
        ? [{ day: dayOf(datetime), x: (dot.left + dot.right) / 2 }]
        : [];
    });
    const others = figure.querySelectorAll(
      '.timeline-lane-name, .timeline-era:not(.visually-hidden), .timeline-now, .timeline-words span, .timeline-strip-words span',
    );
    const slideBox = slide?.getBoundingClientRect() ?? new DOMRect();
    const foot = slide?.querySelector('.slide-foot')?.getBoundingClientRect();
    return {
      slide: id,
      form: figure.dataset['form'] ?? '',
      scale: figure.querySelector('.timeline-scale')
        ? 'even'
        : figure.querySelector('.timeline-break')
          ? 'collapsed'
          : 'time',
      room: { ...toBox(slideBox), bottom: foot && foot.height > 0 ? foot.top : slideBox.bottom },
      labels,
      words: [...others].flatMap((element) =>
        linesOf(element).map((box) => ({ text: `${element.className} ${element.textContent}`, box })),
      ),
      points,
    };
  });
}

/** Say what overlaps, leaves the slide, or misses its mark. */
export function findFaults({ slide, form, room, labels, words }: DrawnTimeline): string[] {
  const faults: string[] = [];
  const say = (fault: string) => void faults.push(`${slide}: ${fault}`);
  for (const [index, one] of labels.entries()) {
    for (const line of one.lines) {
      if (
        line.left < room.left - 0.5 ||
        line.right > room.right + 0.5 ||
        line.top < room.top ||
        line.bottom > room.bottom + 0.5
      )
        say(`“${one.text}” leaves the slide`);
      for (const other of labels.slice(index + 1))
        if (other.lines.some((box) => overlap(line, box))) say(`“${one.text}” overlaps “${other.text}”`);
      for (const word of words) if (overlap(line, word.box)) say(`“${one.text}” overlaps “${word.text}”`);
    }
    for (const piece of one.leader) {
      for (const [at, end] of piece.slice(1).entries()) {
        const start = piece[at] ?? end;
        for (const other of labels)
          if (other.lines.some((box) => crosses(start, end, box)))
            say(`leader of “${one.text}” crosses “${other.text}”`);
      }
    }
    if (form === 'flags') for (const fault of missesOf(one)) say(fault);
  }
  for (const [index, one] of words.entries()) {
    for (const other of words.slice(index + 1))
      if (overlap(one.box, other.box)) say(`“${one.text}” overlaps “${other.text}”`);
    if (one.box.right > room.right + 0.5) say(`“${one.text}” leaves the slide`);
  }
  return [...new Set(faults)];
}

/** A leader begins at its mark and ends along its label. */
function missesOf({ text, box, side, leader, mark }: DrawnLabel): string[] {
  const first = leader[0]?.[0];
  const last = leader.at(-1)?.at(-1);
  if (!first || !last) return [`“${text}” has no leader`];
  const faults: string[] = [];
  if (
    first.x < mark.left - 1 ||
    first.x > mark.right + 1 ||
    first.y < mark.top - 1 ||
    first.y > mark.bottom + 1
  )
    faults.push(`leader of “${text}” misses its mark`);
  const edge = side === 'right' ? box.left : box.right;
  if (Math.abs(last.x - edge) > 1 || last.y < box.top - 2 || last.y > box.bottom + 2)
    faults.push(`leader of “${text}” misses its label`);
  return faults;
}

function overlap(one: Box, other: Box): boolean {
  const slack = 0.5;
  return (
    one.left < other.right - slack &&
    other.left < one.right - slack &&
    one.top < other.bottom - slack &&
    other.top < one.bottom - slack
  );
}

/** Tell whether a straight line goes through a box. */
function crosses(start: Point, end: Point, box: Box): boolean {
  const steps = Math.max(1, Math.ceil(Math.hypot(end.x - start.x, end.y - start.y)));
  for (let step = 0; step <= steps; step++) {
    const x = start.x + ((end.x - start.x) * step) / steps;
    const y = start.y + ((end.y - start.y) * step) / steps;
    if (x > box.left + 0.5 && x < box.right - 0.5 && y > box.top + 0.5 && y < box.bottom - 0.5) return true;
  }
  return false;
}
