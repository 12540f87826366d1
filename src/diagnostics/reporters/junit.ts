/** Takes checked files and leaves JUnit's XML, which every build server reads: a suite for a deck, a failed case for a message. */
import type { PlainMessage } from '../format.js';
import type { CheckedFile } from './report-input.js';

/** Write messages as JUnit XML. What counts as a failure is what makes the command fail; the rest is a case with its text. */
export function formatJunit(files: readonly CheckedFile[], strict: boolean): string {
  const fails = ({ severity }: PlainMessage) => severity === 'error' || (strict && severity === 'warning');
  const suites = files.map(({ path, messages }) => {
    const cases =
      messages.length === 0 ? [`    <testcase classname="${escape(path)}" name="lectern check"/>`] : [];
    for (const message of messages) cases.push(...writeCase(path, message, fails(message)));
    const failures = messages.filter(fails).length;
    return [
      `  <testsuite name="${escape(path)}" tests="${Math.max(1, messages.length)}" failures="${failures}" errors="0">`,
      ...cases,
      '  </testsuite>',
    ].join('\n');
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites name="lectern">',
    ...suites,
    '</testsuites>',
  ].join('\n');
}

function writeCase(
  path: string,
  { line, column, severity, ruleId, reason, note }: PlainMessage,
  fails: boolean,
): string[] {
  const place = [path, line, column].filter((part) => part !== undefined).join(':');
  const text = escape([`${place} ${severity} ${reason}`, note].filter(Boolean).join('\n'));
  const body = fails
    ? `<failure type="${escape(ruleId)}" message="${escape(reason)}">${text}</failure>`
    : `<system-out>${text}</system-out>`;
  return [
    `    <testcase classname="${escape(path)}" name="${escape(`${ruleId} ${place}`)}">`,
    `      ${body}`,
    '    </testcase>',
  ];
}

/** XML has no way to write most control characters at all. */
function escape(text: string): string {
  const names: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text
    .replace(/[&<>"]/g, (character) => names[character] ?? '')
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD');
}
