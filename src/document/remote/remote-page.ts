/** Takes the role of a phone and leaves the page it opens: nothing of the deck but its language, for whoever has not said the code yet. */
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { LiveShell } from '../../deck/live-deck.js';
import { defaultDeckOptions } from '../../deck/options.js';
import type { RemoteRole } from '../../deck/remote-talk.js';
import type { Sources } from '../../deck/sources.js';
import type { PageWords } from '../../strings.js';
import { fontFaces } from '../fonts.js';
import { inlineScript, renderHead } from '../head.js';
import { readShipped } from '../sources.js';
import { styles } from './remote-page-style.js';

/** Write the page of a role. */
export function renderRemotePage(role: RemoteRole, { lang, dir, data }: LiveShell, sources: Sources): string {
  const strings = data['strings'] ?? '{}';
  const words = JSON.parse(strings) as PageWords;
  const script = readShipped(sources, 'remote.js');
  const characters = new Set([...strings, '0123456789:/'].flatMap(codePoints));
  const head = renderHead({
    deck: { ...defaultDeckOptions, title: role === 'clicker' ? words.clicker : words.followTalk },
    styles: [styles, fontFaces(sources, characters, 'screen', ['Lectern Sans'])],
    scripts: [script],
    trusted: false,
    live: true,
    sharing: undefined,
  });
  const body = h('body', { className: ['remote', role] }, [
    h('main', { dataRole: role, dataStrings: strings }),
    inlineScript(script),
  ]);
  return toHtml({
    type: 'root',
    children: [{ type: 'doctype' }, h('html', { lang, dir }, [head, body])],
  });
}

function codePoints(text: string): number[] {
  return [...text].map((letter) => letter.codePointAt(0) ?? 0);
}
