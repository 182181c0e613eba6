import { afterEach, expect, test, vi } from 'vitest';
import { assemble } from './assemble.ts';
import { makeSighting } from './sighting.ts';
import type { PageReading, Sighting } from './types.ts';

afterEach(() => {
  vi.restoreAllMocks();
  // Other test files share the document.
  document.body.replaceChildren();
});

/** The sightings of a list's films, in the order of the page. */
function showList(films: number): Sighting[] {
  const list = document.createElement('ul');
  for (let at = 0; at < films; at += 1)
    list.append(Object.assign(document.createElement('li'), { textContent: `Film ${at}` }));
  document.body.replaceChildren(list);
  return [...list.children].flatMap(
    (element) => makeSighting({ title: element.textContent, element, evidence: 'heading' }) ?? [],
  );
}

const begin = (found: Sighting[]): Generator<undefined, PageReading> =>
  assemble({
    url: 'https://films.example/',
    root: document.documentElement,
    language: null,
    subject: null,
    found,
    structured: [],
    nonfilms: [],
    otherKeys: new Set(),
    namingRefs: [],
  });

test.each([3, 300, 1600])('mentions are in page order, however many there are: %i', (count) => {
  const found = showList(count);
  const steps = begin(found.toReversed());
  let step = steps.next();
  while (!step.done) step = steps.next();
  expect(step.value.mentions.map(({ hint }) => hint.title)).toEqual(found.map(({ hint }) => hint.title));
});

test('the elements of a long list are not compared with each other, and few are passed between two pauses', () => {
  const found = showList(4000).filter((_, at) => at % 20 === 0);
  const compare = vi.spyOn(Node.prototype, 'compareDocumentPosition');
  const nextNode = vi.spyOn(TreeWalker.prototype, 'nextNode');
  const passed: number[] = [];
  const steps = begin(found);
  for (let step; !step?.done;) {
    nextNode.mockClear();
    step = steps.next();
    passed.push(nextNode.mock.calls.length);
  }
  expect(compare).not.toHaveBeenCalled();
  expect(passed.reduce((sum, count) => sum + count)).toBeGreaterThan(7000);
  expect(Math.max(...passed)).toBeLessThanOrEqual(1500);
});
