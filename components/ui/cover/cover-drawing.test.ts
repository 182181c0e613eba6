import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashFilm, layOutTitle } from './cover-drawing.ts';

test('sets a short title large and a long one smaller', () => {
  expect(layOutTitle('Her')).toEqual({ lines: ['Her'], size: 13 });
  const long = layOutTitle('Dr. Strangelove or: How I Learned to Stop Worrying and Love the Bomb');
  expect(long.size).toBeLessThan(9);
  expect(long.lines.join(' ')).toBe('Dr. Strangelove or: How I Learned to Stop Worrying and Love the Bomb');
});

test('keeps every word of a title within the cover', () => {
  const words = fc.array(fc.stringMatching(/^[A-Za-z]{1,14}$/), { minLength: 1, maxLength: 9 });
  fc.assert(
    fc.property(words, (list) => {
      const { lines, size } = layOutTitle(list.join(' '));
      expect(lines.join(' ').replaceAll(' ', '')).toBe(list.join(''));
      expect(lines.length * size).toBeLessThanOrEqual(60);
    }),
  );
});

/** The width of each title's widest line in DejaVu Serif Bold at size 1. */
test.each([
  ['Watchmen', 5.99],
  ['Window and Parade', 4.46],
  ['Atonement', 6.15],
  ['The Crimson Season', 4.72],
])('sets %s so that it fits the cover in a wide font', (title, widest) => {
  expect(layOutTitle(title).size * widest).toBeLessThanOrEqual(49);
});

test('breaks a word longer than a line, and limits the number of lines', () => {
  expect(layOutTitle('a'.repeat(10_000)).lines.length).toBeLessThanOrEqual(13);
  expect(layOutTitle('').lines).toEqual(['']);
});

test('gives films of one title different hues by year', () => {
  expect(hashFilm('King Kong', 1933)).toBe(hashFilm('King Kong', 1933));
  expect(hashFilm('King Kong', 1933)).not.toBe(hashFilm('King Kong', 2005));
});
