/** The way in for phones, beside a clock that is turned by hand. */
import { expect, test } from 'vitest';
import { createDoor } from '../../src/server/remote/door.js';
import { partSlide } from '../../src/server/remote/slide-parts.js';

function open({ each = 10, all = 10, places = 3 } = {}) {
  let time = 0;
  let codes = 0;
  const door = createDoor({
    makeCode: () => `code-${++codes}`,
    now: () => time,
    places,
    tries: { each, all },
  });
  const enter = (code: string, from = 'here') => door.enter(code, from).kind;
  const comeIn = () => {
    const attempt = door.enter(door.code(), 'here');
    return attempt.kind === 'in' ? attempt.token : '';
  };
  return { door, enter, comeIn, pass: (minutes: number) => (time += minutes * 60_000) };
}

test('ten wrong codes lock it for everybody, whatever is said then', () => {
  const { door, enter } = open();
  for (let count = 1; count < 10; count += 1) expect(enter('wrong', `machine ${count}`)).toBe('wrong');
  expect(door.isLocked()).toBe(false);
  expect(enter('wrong', 'machine 10')).toBe('locked');
  expect(door.isLocked()).toBe(true);
  expect(enter('code-1', 'machine 11')).toBe('locked');
  door.renew();
  expect(enter('code-1')).toBe('wrong');
  expect(enter('code-2')).toBe('in');
});

test('right codes in between give no further tries', () => {
  const { enter } = open();
  for (let count = 1; count < 10; count += 1) {
    expect(enter('wrong')).toBe('wrong');
    if (count < 4) expect(enter('code-1')).toBe('in');
  }
  expect(enter('')).toBe('locked');
});

test('where one machine has tries of its own the others still come in', () => {
  const { door, enter } = open({ all: 1000 });
  for (let count = 0; count < 12; count += 1) enter('wrong', 'clumsy');
  expect(enter('code-1', 'clumsy')).toBe('locked');
  expect(door.isLocked()).toBe(false);
  expect(enter('code-1', 'other')).toBe('in');
});

test('only tokens that were given open it, each for half an hour after it was last seen, and half a day in all', () => {
  const { door, comeIn, pass } = open();
  const token = comeIn();
  expect(token).toMatch(/^[\w-]{24}$/);
  expect([door.has(''), door.has('code-1'), door.has(`${token}x`), door.has(token)]).toEqual([
    false,
    false,
    false,
    true,
  ]);
  for (let hours = 0; hours < 11.5; hours += 0.5) {
    pass(30);
    expect(door.has(token)).toBe(true);
  }
  pass(29);
  expect(door.has(token)).toBe(true);
  pass(2);
  expect(door.has(token)).toBe(false);
  const other = comeIn();
  pass(31);
  expect(door.has(other)).toBe(false);
});

test('it takes as many as it has places, and those who left make room', () => {
  const { enter, pass } = open({ places: 2 });
  expect([enter('code-1'), enter('code-1'), enter('code-1')]).toEqual(['in', 'in', 'full']);
  pass(31);
  expect(enter('code-1')).toBe('in');
});

test('another code puts everybody out', () => {
  const { door, comeIn } = open();
  const token = comeIn();
  door.renew();
  expect(door.has(token)).toBe(false);
});

test.each([
  [
    '<section id="a"><h2>A</h2><aside class="notes"><p>n</p></aside></section>',
    '<section id="a"><h2>A</h2></section>',
    '<p>n</p>',
  ],
  [
    '<section><div><aside class="x notes">deep</aside>b</div><aside class="notes">two</aside></section>',
    '<section><div>b</div></section>',
    'deeptwo',
  ],
  ['<section><aside>kept</aside></section>', '<section><aside>kept</aside></section>', ''],
])('a slide in two parts: %s', (html, rest, notes) => {
  expect(partSlide(html)).toEqual({ html: rest, notes });
});
