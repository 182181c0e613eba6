import { afterEach, expect, test } from 'vitest';
import { joinRoots, listChangedRoots } from './changed-roots.ts';

afterEach(() => document.body.replaceChildren());

const rows = '<li><a href="/1">Alien</a> <span>(1979)</span></li><li><a href="/2">Jaws</a></li>';
const list = `<main><ul id="list">${rows}</ul></main>`;
const cards = `<main><div id="cards">${rows.replaceAll('li>', 'div>')}</div></main>`;

/** Returns the ids or names of the elements that are read again after a change. */
function listRead(html: string, change: () => void): string[] {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  document.body.replaceChildren(...body.childNodes);
  const observer = new MutationObserver(() => {});
  observer.observe(document.body, {
    childList: true,
    characterData: true,
    subtree: true,
    attributes: true,
  });
  change();
  const roots = observer.takeRecords().flatMap(listChangedRoots);
  observer.disconnect();
  return joinRoots([...new Set(roots)]).map((root) => ('id' in root ? root.id || root.localName : 'shadow'));
}

const links = () => [...document.querySelectorAll('a')];
const changes: [string, string, () => void, string[]][] = [
  ['new words in one row', list, () => void (links()[0]!.textContent = 'Her'), ['list']],
  ['another text in one row', list, () => void (links()[0]!.firstChild!.nodeValue = 'Her'), ['list']],
  ['another address in one row', list, () => links()[0]!.setAttribute('href', '/3'), ['list']],
  [
    'new words in every row and beside it',
    list,
    () => {
      for (const part of document.querySelectorAll('a, span')) part.textContent = 'Her';
    },
    ['list'],
  ],
  [
    'new words in rows that are only boxes',
    cards,
    () => {
      for (const link of links()) link.textContent = 'Her';
    },
    ['cards'],
  ],
  ['a row added', list, () => document.querySelector('ul')!.append(document.createElement('li')), ['list']],
  ['a link beside everything else', list, () => document.body.append(document.createElement('a')), ['body']],
  ['a box beside everything else', list, () => document.body.append(document.createElement('div')), ['div']],
  ['a row taken away', list, () => document.querySelector('li')!.remove(), []],
  [
    'a word of a paragraph',
    '<main><p>I saw <em>Her</em> (2013).</p></main>',
    () => void (document.querySelector('em')!.textContent = 'Up'),
    ['p'],
  ],
];

test.each(changes)('%s: reads no part of a row separately', (_, html, change, read) => {
  expect(listRead(html, change)).toEqual(read);
});

test('reads a row of a very long list without the other rows', () => {
  const long = `<main><ul id="list">${'<li><a href="/1">Alien</a></li>'.repeat(500)}</ul></main>`;
  expect(listRead(long, () => void (links()[7]!.textContent = 'Jaws'))).toEqual(['li']);
});
