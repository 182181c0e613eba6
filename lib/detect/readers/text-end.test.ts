import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { cleanText } from '../../text/text.ts';
import { rawText } from '../dom.ts';
import { findTextEnd } from './text-end.ts';

/** The position where the given words end in a block. */
function findBehind(html: string, words: string) {
  const block = new JSDOM(`<body><p>${html}</p>`).window.document.querySelector('p');
  if (!block) throw new Error('The fixture has no block');
  const text = cleanText(rawText(block, 6000));
  const end = findTextEnd(block, text, text.indexOf(words), text.indexOf(words) + words.length);
  if (!end) return null;
  if ('element' in end) return `<${end.element.localName}>${end.element.textContent}`;
  return `${end.text.data.slice(0, end.offset)}|${end.text.data.slice(end.offset)}`;
}

test.each([
  ['See Jaws (1975) again', 'Jaws (1975)', 'See Jaws (1975)| again'],
  ['See\n\n  Jaws \t (1975) again', 'Jaws (1975)', 'See\n\n  Jaws \t (1975)| again'],
  ['See <b>all</b> of Jaws (1975)', 'Jaws (1975)', ' of Jaws (1975)|'],
  ['A <b>Ja</b>ws (1975) again', 'Jaws (1975)', 'ws (1975)| again'],
  ['<script>let x = 1</script>See Jaws, again', 'Jaws', 'See Jaws|, again'],
  ['\u200bSee\u202e Jaws\u202c 🦈, again', 'Jaws', '\u200bSee\u202e Jaws|\u202c 🦈, again'],
  ['🦈🦈 Jaws 🦈', 'Jaws', '🦈🦈 Jaws| 🦈'],
])('finds in %j where %j ends', (html, words, expected) => {
  expect(findBehind(html, words)).toBe(expected);
});

test('returns the link for words in a link', () => {
  expect(findBehind('See <a href="/x">the <b>great</b> Jaws (1975)</a> again', 'Jaws (1975)')).toBe(
    '<a>the great Jaws (1975)',
  );
});

test('returns null beyond the end of the text', () => {
  const block = new JSDOM('<body><p>Jaws</p>').window.document.querySelector('p');
  expect(block && findTextEnd(block, 'Jaws and more', 0, 13)).toBeNull();
  expect(block && findTextEnd(block, 'Jaws', 0, 0)).toBeNull();
});

test.each([
  ['See <b>Jaws</b> (1975) again', 'Jaws'],
  ['See <a href="/x">Jaws</a> <i>of</i> (1975) again', 'Jaws'],
  ['See <b>all</b> of Jaws (1975)', undefined],
  ['A <b>Ja</b>ws (1975) again', 'Ja'],
])('returns for %j the text in which the title begins', (html, first) => {
  const block = new JSDOM(`<body><p>${html}</p>`).window.document.querySelector('p');
  if (!block) throw new Error('The fixture has no block');
  const text = cleanText(rawText(block, 6000));
  const end = findTextEnd(block, text, text.indexOf('Jaws'), text.indexOf(')') + 1);
  expect(end && 'text' in end && end.first?.data).toBe(first);
});
