import { expect, test } from 'vitest';
import { sameFilmCases, type CaseFilm } from '../films/fixtures/same-film.fixture.ts';
import { assemble } from './assemble.ts';
import { makeSighting } from './sighting.ts';
import type { PageReading, Sighting } from './types.ts';

/** A sighting from a page's data alone, which counts once per film. */
function see(film: CaseFilm): Sighting {
  const sighting = makeSighting({ ...film, element: null, evidence: 'json-ld', kind: 'film' });
  if (sighting === null) throw new Error('The film has no title');
  return sighting;
}

function read(subject: CaseFilm | null, ...films: CaseFilm[]): PageReading {
  const steps = assemble({
    url: 'https://films.example/',
    root: document.documentElement,
    language: null,
    subject: subject && see(subject),
    found: films.map(see),
    structured: [],
    nonfilms: [],
    otherKeys: new Set(),
    namingRefs: [],
  });
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

const cases = sameFilmCases.map((one) => ({ ...one, expected: one.onPage ?? one.expected }));

test.each(cases)('a page mentions $expected: $why', ({ a, b, expected }) => {
  const count = expected === 'one' ? 1 : 2;
  expect(read(null, a, b).mentions).toHaveLength(count);
  expect(read(null, b, a).mentions).toHaveLength(count);
});

test.each(cases)('a page about one film has $expected: $why', ({ a, b, expected }) => {
  expect(read(a, b).mentions).toHaveLength(expected === 'one' ? 0 : 1);
  expect(read(b, a).mentions).toHaveLength(expected === 'one' ? 0 : 1);
});
