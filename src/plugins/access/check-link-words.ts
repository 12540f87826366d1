/** Takes a slide and reports links whose words say nothing where a screen reader lists the links of a page. */
import type { Element } from 'hast';
import { toString } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import type { Say } from './report-once.js';

/** What links are often called. */
const vague = new Set(
  [
    ['here', 'click here', 'link', 'this', 'this link', 'more', 'read more', 'learn more', 'details'],
    ['hier', 'hier klicken', 'mehr', 'weiterlesen'],
    ['ici', 'cliquez ici', 'lire la suite', 'en savoir plus'],
    ['aquí', 'haga clic aquí', 'más', 'leer más'],
    ['这里', '点击这里', '更多', 'こちら', 'ここ', '詳細'],
  ].flat(),
);

/** Check the words of the links of a slide. */
export function checkLinkWords(slide: Element, say: Say): void {
  visit(slide, 'element', (link) => {
    if (link.tagName !== 'a' || link.properties.href === undefined) return;
    const words = nameOf(link).trim();
    if (words !== '' && !vague.has(words.replace(/[.…:]+$/, '').toLowerCase())) return;
    const found = words === '' ? 'Unexpected link without text' : `Unexpected link text \`${words}\``;
    say('link-text-vague', link, `${found}, expected words that say where it leads`, {
      note: 'Write the name of what it leads to.',
    });
  });
}

/** What is heard of a link: its words, and those of its pictures. */
function nameOf(link: Element): string {
  const { ariaLabel, title } = link.properties;
  const names = [ariaLabel, toString(link)];
  visit(link, 'element', ({ tagName, properties }) => {
    if (tagName === 'img') names.push(properties.alt);
    if (tagName === 'svg') names.push(properties.ariaLabel);
  });
  const words = names.filter((name) => typeof name === 'string').join(' ');
  return words.trim() === '' && typeof title === 'string' ? title : words;
}
