/** Shows the speaker how phones come in, in the speaker window; and the audience, on the stage, how to follow. The PIN is never on the stage. */
import type { RemoteDoor, RemoteDoors, RemoteRole } from '../../deck/remote-talk.js';
import { createPart, openDialog } from '../dialog.js';
import type { SpeakerTool } from '../speaker/speaker-page.js';
import type { Words } from '../words.js';
import { stagePanelStyle, windowPanelStyle } from './remote-panel-style.js';

/** Where the panel gets its button. */
interface ToolBar {
  readonly addTool: (tool: SpeakerTool) => void;
}

/** Prepare the panel; `show` is called with how phones come in now. */
export function createRemotePanel(
  words: Words,
  { addTool }: ToolBar,
  renew: (role: RemoteRole) => void,
): { readonly show: (doors: RemoteDoors) => void } {
  let doors: RemoteDoors | undefined;
  let panel: HTMLDialogElement | undefined;

  function fillPanel(): void {
    if (!panel || !doors) return;
    const target = panel.ownerDocument;
    const { clicker, follower } = doors;
    const button = (label: string, action: () => void): HTMLButtonElement => {
      const element = createPart('button', '', label, target);
      element.type = 'button';
      element.addEventListener('click', action);
      return element;
    };
    const heading = createPart('h2', '', words.openThis, target);
    // Its buttons are new with everybody who comes in: the one that had the focus has it again.
    const focused = [...panel.querySelectorAll('button')].indexOf(target.activeElement as HTMLButtonElement);
    panel.replaceChildren(
      style(target, windowPanelStyle),
      heading,
      renderDoor(target, words, words.clicker, words.pin, clicker, [
        button(words.newPin, () => renew('clicker')),
      ]),
      renderDoor(target, words, words.followTalk, words.talkCode, follower, [
        button(words.showAudience, () => showOnStage(words, follower)),
        button(words.newCode, () => renew('follower')),
      ]),
    );
    panel.querySelectorAll('button')[focused]?.focus();
  }

  return {
    show(next) {
      if (!doors) addTool({ label: words.remote, open });
      doors = next;
      fillPanel();
    },
  };

  function open(target: Document): void {
    if (target.querySelector('dialog[open]')) return;
    panel = openDialog('remote', words.remote, [], target);
    fillPanel();
  }
}

/** Show the audience how to follow. */
function showOnStage(words: Words, { address, code, squares, size }: RemoteDoor): void {
  document.querySelector<HTMLDialogElement>('.lectern-follow')?.close();
  const [place = ''] = address.split('#');
  openDialog('follow', words.followTalk, [
    style(document, stagePanelStyle),
    createPart('h2', '', words.followTalk),
    drawCode(document, address, squares, size),
    createPart('p', 'door-address', place.replace('http://', '')),
    createPart('p', 'door-code', code),
  ]);
}

function renderDoor(
  target: Document,
  words: Words,
  title: string,
  label: string,
  door: RemoteDoor,
  buttons: readonly HTMLElement[],
): HTMLElement {
  const section = createPart('section', 'door', '', target);
  const [place = ''] = door.address.split('#');
  const facts = createPart('div', 'door-facts', '', target);
  // In threes it is read out and typed without a slip.
  const code = createPart('p', 'door-code', door.code.replace(/^(...)(?=.)/, '$1 '), target);
  code.prepend(createPart('span', 'door-label', label, target));
  const state = door.locked ? words.codeLocked : words.connected.replace('{n}', String(door.connected));
  const tools = createPart('div', 'door-tools', '', target);
  tools.append(...buttons);
  facts.append(
    createPart('h3', '', title, target),
    createPart('p', 'door-address', place.replace('http://', ''), target),
    code,
    createPart('p', door.locked ? 'door-locked' : 'door-connected', state, target),
    tools,
  );
  section.append(drawCode(target, door.address, door.squares, door.size), facts);
  return section;
}

function drawCode(target: Document, address: string, squares: string, size: number): SVGElement {
  const svg = target.createElementNS('http://www.w3.org/2000/svg', 'svg');
  // Four squares of paper around it: cameras look for them.
  for (const [name, value] of Object.entries({
    viewBox: `-4 -4 ${size + 8} ${size + 8}`,
    'shape-rendering': 'crispEdges',
    role: 'img',
    'aria-label': address,
    class: 'door-squares',
  }))
    svg.setAttribute(name, value);
  const path = target.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', squares);
  svg.append(path);
  return svg;
}

function style(target: Document, text: string): HTMLStyleElement {
  return createPart('style', '', text, target);
}
