/** Asks for the code, until it is right. */
import type { RemoteRole } from '../../deck/remote-talk.js';
import { createPart } from '../dialog.js';
import { ask } from '../live/ask.js';
import type { Words } from '../words.js';

/** Ask; ends when this phone is inside. A code that came with the address is tried first. */
export async function askForCode(main: HTMLElement, role: RemoteRole, words: Words): Promise<void> {
  const form = createPart('form', 'enter');
  const label = createPart('label', '', role === 'clicker' ? words.pin : words.talkCode);
  const field = createPart('input');
  field.id = 'code';
  field.autocomplete = 'one-time-code';
  field.maxLength = 7;
  field.required = true;
  field.spellcheck = false;
  field.autocapitalize = 'none';
  if (role === 'clicker') field.inputMode = 'numeric';
  label.htmlFor = field.id;
  const problem = createPart('p', 'problem');
  problem.setAttribute('role', 'alert');
  const button = createPart('button', 'go', words.enter);
  const title = role === 'clicker' ? words.clicker : words.followTalk;
  form.append(createPart('h1', '', title), label, field, problem, button);
  main.replaceChildren(form);
  field.focus();

  const given = takeCodeOfAddress();
  if (given) field.value = given;
  let sure = given !== '' && (await tryCode());
  while (!sure) {
    await submitted(form);
    sure = await tryCode();
  }

  async function tryCode(): Promise<boolean> {
    problem.textContent = '';
    const body = field.value.replaceAll(' ', '');
    const answer = await ask(`/enter?as=${role}`, { method: 'POST', body });
    if (answer?.ok) return true;
    problem.textContent = explain(answer, words);
    field.select();
    return false;
  }
}

function explain(answer: Response | undefined, words: Words): string {
  if (!answer) return words.noConnection;
  if (answer.status === 403) return words.wrongCode.replace('{n}', answer.headers.get('lectern-left') ?? '');
  return answer.status === 423 ? words.codeUnlock : words.noPlace;
}

/** Read the code behind `#`, and take it off the address: who looks over a shoulder needs not see it. */
function takeCodeOfAddress(): string {
  const code = location.hash.slice(1);
  if (code) history.replaceState(null, '', location.pathname);
  return code;
}

function submitted(form: HTMLFormElement): Promise<void> {
  return new Promise((resolve) => {
    form.addEventListener(
      'submit',
      (event) => {
        event.preventDefault();
        resolve();
      },
      { once: true },
    );
  });
}
