/** The page of who follows: the slide, as large as the phone is, and where in the talk it is. */
import type { FollowerView } from '../../deck/remote-talk.js';
import { createPart } from '../dialog.js';
import type { Words } from '../words.js';
import type { RemoteScreen } from './main.js';
import { createSlideFrame } from './slide-frame.js';

/** Build the page. */
export function buildFollower(main: HTMLElement, words: Words): RemoteScreen<FollowerView> {
  const frame = createSlideFrame('followed');
  const status = createPart('p', 'status');
  status.setAttribute('role', 'status');
  const position = createPart('p', 'position');
  const cell = createPart('div', 'cell');
  cell.append(frame.element);
  main.replaceChildren(createPart('h1', 'visually-hidden', words.followTalk), status, cell, position);
  let connected = true;
  let view: FollowerView | null = null;

  function update(): void {
    frame.show(view?.slide);
    status.textContent = connected ? (view ? '' : words.noTalk) : words.noConnection;
    position.textContent = view ? `${view.number} / ${view.total}` : '';
  }

  return {
    show(next) {
      view = next;
      update();
    },
    setConnected(next) {
      connected = next;
      update();
    },
  };
}
