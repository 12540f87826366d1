/** The arithmetic of a talk's time, with a clock of our own. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparePace, createTalkTimer, formatTime, judgePace } from '../../src/client/pacing.js';
import { planTalk } from '../../src/deck/plan-talk.js';

const runs = process.env.LECTERN_FULL === '1' ? 1000 : 100;

/** A timer and its clock, which counts in seconds. */
function start() {
  let now = 5_000;
  const timer = createTalkTimer(() => now);
  return { timer, pass: (seconds: number) => (now += seconds * 1000) };
}

describe('the timer', () => {
  test('counts nothing before it begins, and every slide from then on', () => {
    const { timer, pass } = start();
    timer.enter('a');
    pass(100);
    expect(timer.elapsed()).toBe(0);
    timer.start();
    pass(30);
    timer.enter('b');
    pass(20);
    timer.start();
    timer.enter('a');
    pass(5);
    expect(timer.elapsed()).toBe(55);
    expect([...timer.times()]).toEqual([
      ['a', 35],
      ['b', 20],
    ]);
  });

  test('a pause for questions counts for nothing, on whatever slide it is', () => {
    const { timer, pass } = start();
    timer.enter('a');
    timer.start();
    pass(10);
    timer.togglePause();
    expect(timer.isPaused()).toBe(true);
    pass(600);
    timer.enter('b');
    pass(60);
    expect(timer.elapsed()).toBe(10);
    timer.togglePause();
    pass(7);
    expect([...timer.times()]).toEqual([
      ['a', 10],
      ['b', 7],
    ]);
  });

  test('begins again at nought on the slide where it is, also out of a pause', () => {
    const { timer, pass } = start();
    timer.enter('a');
    timer.start();
    pass(10);
    timer.togglePause();
    timer.restart();
    expect(timer.isPaused()).toBe(false);
    pass(3);
    expect([...timer.times()]).toEqual([['a', 3]]);
  });

  test('a pause before the beginning is none', () => {
    const { timer } = start();
    timer.togglePause();
    expect([timer.isPaused(), timer.isRunning()]).toEqual([false, false]);
  });

  test('whatever happens, the talk is as long as its slides together and as the time that was not paused', () => {
    const step = fc.oneof(
      fc.record({ pass: fc.integer({ min: 0, max: 900 }) }),
      fc.record({ enter: fc.constantFrom('a', 'b', 'c') }),
      fc.constant({ pause: true }),
    );
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const { timer, pass } = start();
        timer.enter('a');
        timer.start();
        let counted = 0;
        for (const one of steps) {
          if ('pass' in one) {
            pass(one.pass);
            if (!timer.isPaused()) counted += one.pass;
          } else if ('enter' in one) timer.enter(one.enter);
          else timer.togglePause();
        }
        const sum = [...timer.times().values()].reduce((total, seconds) => total + seconds, 0);
        expect(timer.elapsed()).toBeCloseTo(counted, 6);
        expect(sum).toBeCloseTo(counted, 6);
      }),
      { numRuns: runs },
    );
  });
});

describe('the pace', () => {
  const plan = [60, 120, 60];

  test.each([
    // index, elapsed, on this slide: expected, behind
    [0, 30, 30, 30, 0],
    [0, 90, 90, 60, 30],
    [1, 60, 0, 60, 0],
    [1, 100, 40, 100, 0],
    [1, 45, 5, 65, -20],
    [2, 300, 10, 190, 110],
    [9, 10, 0, 240, -230],
  ])('slide %i after %i s, %i of them here', (index, elapsed, onSlide, expected, behind) => {
    const pace = comparePace(plan, index, elapsed, onSlide);
    expect(pace).toMatchObject({ total: 240, expected, behind });
  });

  test.each([
    [0, 'on-time'],
    [14, 'on-time'],
    [15, 'behind'],
    [-15, 'ahead'],
  ] as const)('%i s are %s', (behind, word) => {
    expect(judgePace({ total: 600, slide: 60, expected: 0, behind })).toBe(word);
  });

  test('without a plan there is nothing to say', () => {
    expect(judgePace(comparePace([], 3, 500, 20))).toBe('none');
  });

  test.each([
    [0, '0:00'],
    [59.9, '0:59'],
    [425, '7:05'],
    [3750, '1:02:30'],
  ])('%d s are written %s', (seconds, text) => {
    expect(formatTime(seconds)).toBe(text);
  });
});

describe('the plan', () => {
  const slide = (id: string, minutes?: number, spokenMinutes = 0) => ({ id, minutes, spokenMinutes });

  test('what is written stands, and the rest shares what is left by what there is to say', () => {
    expect(planTalk([slide('a', 2), slide('b', undefined, 3), slide('c', undefined, 1)], 10)).toEqual([
      120, 360, 120,
    ]);
  });

  test('a slide without notes is as long as half a minute of them', () => {
    expect(planTalk([slide('a'), slide('b', undefined, 1)], 3)).toEqual([60, 120]);
  });

  test('what was rehearsed comes before what is said, and after what is written', () => {
    const rehearsed = new Map([
      ['a', 40],
      ['b', 50],
    ]);
    expect(planTalk([slide('a', 1), slide('b', undefined, 3)], 0, rehearsed)).toEqual([60, 50]);
  });

  test('without a length slides take what they take; nothing at all is no plan', () => {
    expect(planTalk([slide('a', 1), slide('b', undefined, 2), slide('c')], 0)).toEqual([60, 120, 30]);
    expect(planTalk([slide('a'), slide('b', undefined, 2)], 0)).toBeUndefined();
    expect(planTalk([], 10)).toEqual([]);
  });

  test('a length that is used up leaves nothing for the rest', () => {
    expect(planTalk([slide('a', 10), slide('b')], 5)).toEqual([600, 0]);
  });
});
