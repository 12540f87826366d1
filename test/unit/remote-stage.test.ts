/** What followers see of what pages say: what the audience sees, and nothing where nobody can know that. */
import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import { beforeEach, expect, test } from 'vitest';
import type { StageReport } from '../../src/deck/remote-talk.js';
import { createStage, type Stage } from '../../src/server/remote/stage.js';

let stage: Stage;
let connection: EventEmitter;

beforeEach(() => {
  stage = createStage({
    readSlide: (key) => `<section class="slide"><p>${key}</p></section>`,
    onMove: () => {},
  });
  connection = new EventEmitter();
  stage.join('one', connection as ServerResponse);
});

function tell(key: string, changes: Partial<StageReport> = {}): void {
  const report: StageReport = {
    page: 'one',
    asked: false,
    current: { key, step: -1 },
    next: undefined,
    number: 1,
    total: 2,
    black: false,
    still: false,
    time: { elapsed: 0, onSlide: 0, running: false, total: 0, plan: [0, 0, 0] },
    ...changes,
  };
  expect(stage.report(JSON.stringify(report))).toBe(true);
}

const seen = () => stage.followerView()?.slide?.html.replace(/<[^>]*>/g, '');

test('a still screen keeps what was seen before', () => {
  tell('first');
  tell('second', { still: true });
  expect(seen()).toBe('first');
  tell('third');
  expect(seen()).toBe('third');
});

test('a screen that was still from the beginning shows nothing, nor does that of another page', () => {
  tell('hidden', { still: true });
  expect(seen()).toBeUndefined();
  tell('shown');
  tell('hidden', { still: true, page: 'two' });
  expect(seen()).toBeUndefined();
});

test('a page that only answers does not take the lead', () => {
  tell('first');
  tell('second', { page: 'two', asked: true });
  expect(stage.leader()).toBe('one');
  expect(seen()).toBe('first');
});

test('without a page there is nothing', () => {
  tell('first');
  connection.emit('close');
  expect([stage.followerView(), stage.clickerView()]).toEqual([undefined, undefined]);
});
