import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCount } from './parse-count.ts';
import { defaultScale, parseScoreWithBar, parseScore, type Scale } from './parse-score.ts';

const ten: Scale = { worst: 0, best: 10 };
const hundred: Scale = { worst: 0, best: 100 };

test.each<[text: string, value: number, best: number]>([
  ['4/5', 4, 5],
  ['4 / 5', 4, 5],
  ['4⁄5', 4, 5],
  ['8/10', 8, 10],
  ['8,5/10', 8.5, 10],
  ['8.5/10', 8.5, 10],
  ['0/5', 0, 5],
  ['10/10', 10, 10],
  ['3½/5', 3.5, 5],
  ['3½ out of 5', 3.5, 5],
  ['3 1/2 out of 4', 3.5, 4],
  ['3 ½ / 5', 3.5, 5],
  ['½ out of 4', 0.5, 4],
  ['4.1 out of 5', 4.1, 5],
  ['4 out of 5 stars', 4, 5],
  ['4-out-of-5', 4, 5],
  ['4 stars out of 5', 4, 5],
  ['3.5 stars (out of 5)', 3.5, 5],
  ['Rated 4.50 out of 5', 4.5, 5],
  ['Rating: 7/10', 7, 10],
  ['a solid 7/10 from me', 7, 10],
  ['4 of 5', 4, 5],
  ['Bewertung: 4 von 5 Sternen', 4, 5],
  ['3,5 von 5', 3.5, 5],
  ['7 aus 10', 7, 10],
  ['4 sur 5', 4, 5],
  ['4 étoiles sur 5', 4, 5],
  ['16/20', 16, 20],
  ['8 de 10', 8, 10],
  ['4 estrellas de 5', 4, 5],
  ['4 su 5', 4, 5],
  ['3 stelle su 5', 3, 5],
  ['80%', 80, 100],
  ['80 %', 80, 100],
  ['82.5%', 82.5, 100],
  ['82,5 %', 82.5, 100],
  ['0%', 0, 100],
  ['100 Prozent', 100, 100],
  ['75 pour cent', 75, 100],
  ['90 percent', 90, 100],
  ['★★★★☆', 4, 5],
  ['★★★½☆', 3.5, 5],
  ['★★★½', 3.5, 5],
  ['★★★ 1/2', 3.5, 5],
  ['★☆☆☆', 1, 4],
  ['☆☆☆☆☆', 0, 5],
  ['⭐️⭐️⭐️⭐️', 4, 5],
  ['⭐⭐ 1/2', 2.5, 5],
  ['❤️❤️❤️❤️', 4, 5],
  ['❤️❤️❤️🤍🤍', 3, 5],
  ['★★★ out of 4', 3, 4],
  ['★★★ (out of 4)', 3, 4],
  ['****', 4, 5],
  ['*****', 5, 5],
  ['*** 1/2', 3.5, 5],
  ['4 stars', 4, 5],
  ['3.5 Sterne', 3.5, 5],
  ['4-star', 4, 5],
  ['A+', 12, 12],
  ['A', 11, 12],
  ['b+', 9, 12],
  ['B−', 7, 12],
  ['C', 5, 12],
  ['D-', 1, 12],
  ['F', 0, 12],
  ['4 uit 5 sterren', 4, 5],
  ['4 van de 5 sterren', 4, 5],
  ['4 av 5 stjärnor', 4, 5],
  ['8,7/10 Punkte', 8.7, 10],
  ['4,5 de 5 estrelas', 4.5, 5],
  ['3 pontos em 5', 3, 5],
  ['8 z 10', 8, 10],
  ['3,5/5 gwiazdek', 3.5, 5],
  ['8 bodů z 10', 8, 10],
  ['4 stele din 5', 4, 5],
  ['10 üzerinden 8', 8, 10],
  ['7 баллов из 10', 7, 10],
  ['10点満点中8点', 8, 10],
  ['8点（10点満点）', 8, 10],
  ['5つ星中4', 4, 5],
  ['満点10点、8点', 8, 10],
  ['8分（满分10分）', 8, 10],
  ['10점 만점에 9점', 9, 10],
  ['３／５', 3, 5],
  ['Vier von fünf Sternen', 4, 5],
  ['quatre étoiles sur cinq', 4, 5],
  ['cztery gwiazdki na pięć', 4, 5],
  ['Čtyři hvězdičky z pěti', 4, 5],
  ['٤/٥', 4, 5],
  ['٧٫٥/١٠', 7.5, 10],
  ['۸۰٪', 80, 100],
  ['8 من 10', 8, 10],
  ['٤ نجوم من ٥', 4, 5],
  ['4 כוכבים מתוך 5', 4, 5],
  ['8 מתוך 10', 8, 10],
  ['7,5 trên 10', 7.5, 10],
  ['Bốn sao', 4, 5],
  ['8 dari 10', 8, 10],
  ['Empat dari lima bintang', 4, 5],
  ['8.5 เต็ม 10', 8.5, 10],
  ['3.5 จาก 5 ดาว', 3.5, 5],
  ['quatre estrelles i mitja sobre cinc', 4.5, 5],
  ['Tre stelle e mezzo su cinque', 3.5, 5],
  ['três estrelas e meia', 3.5, 5],
  ['Three stars and a half out of four', 3.5, 4],
  ['négy csillag', 4, 5],
])('reads %s as %d out of %d', (text, value, best) => {
  expect(parseScore(text)).toEqual({ value, worst: 0, best });
});

test.each(['Terningkast 5', 'terningkast: 5'])('reads the throw of a die: %s', (text) => {
  expect(parseScore(text)).toEqual({ value: 5, worst: 1, best: 6 });
});

test.each([
  'Terningkast 7',
  '11/10',
  '6/5',
  '-1',
  '-1/5',
  'NaN',
  'N/A',
  'n/a',
  '',
  '   ',
  '1e999',
  '1e999/10',
  'Infinity',
  '8',
  '8.5',
  '8,5',
  '110%',
  '9/11/2001',
  '24/7',
  '1/2',
  '1,234/5',
  '5 total ratings',
  '12 votes',
  'PG-13',
  'R',
  'E',
  'A-Team',
  '*',
  '******',
  '★★★★★★★',
  '❤️❤️❤️💛',
  '2001: A Space Odyssey',
  '10th January 2014',
  'out of 5',
  '6 stars',
  '4/500',
  `${'x'.repeat(500)} 4/5`,
])('finds no score in %j', (text) => {
  expect(parseScore(text)).toBeNull();
});

test.each<[text: string, scale: Scale, value: number | null]>([
  ['8', ten, 8],
  ['8,5', ten, 8.5],
  ['8.5', ten, 8.5],
  ['11', ten, null],
  ['80', hundred, 80],
  ['80', defaultScale, null],
  ['4', defaultScale, 4],
  ['-1', ten, null],
  ['NaN', ten, null],
  ['1e999', ten, null],
  ['', ten, null],
  ['4', { worst: 5, best: 1 }, null],
  ['4', { worst: NaN, best: 5 }, null],
])('reads the bare number %j on %j as %j', (text, scale, value) => {
  expect(parseScore(text, scale)?.value ?? null).toBe(value);
});

test('accepts half a star on the default scale, with 0 as the worst value', () => {
  expect(parseScore('0.5', defaultScale)).toEqual({ value: 0.5, worst: 0, best: 5 });
});

test('prefers the scale in the text to the given one', () => {
  expect(parseScore('4/5', ten)).toEqual({ value: 4, worst: 0, best: 5 });
});

test.each<[text: string, bar: number | null, value: number | null, best: number | null]>([
  ['', 90, 90, 100],
  ['8', 80, 8, 10],
  ['3.4', 68, 3.4, 5],
  ['80', 80, 80, 100],
  ['4.1 out of 5', 82.5, 4.1, 5],
  ['8', null, null, null],
  ['8', 13, null, null],
  ['', null, null, null],
])('reads %j with a bar of %j as %j out of %j', (text, bar, value, best) => {
  const score = parseScoreWithBar(text, bar);
  expect([score?.value ?? null, score?.best ?? null]).toEqual([value, best]);
});

test.each<[string, number | null]>([
  ['1,234', 1234],
  ['1.234 Stimmen', 1234],
  ['12 votes', 12],
  ["1'234'567", 1234567],
  ['(5 total ratings)', 5],
  ['none', null],
  ['-5', null],
  ['−1,234 votes', null],
  ['top-5 of 1-5', 5],
  ['4.5', null],
  ['', null],
])('reads the count in %j as %j', (text, count) => {
  expect(parseCount(text)).toBe(count);
});

test('never returns a score outside its own scale', () => {
  const signs = fc.string({ unit: fc.constantFrom(...'0123456789.,/%-+★☆½* ofABC¾'), maxLength: 30 });
  fc.assert(
    fc.property(fc.oneof(signs, fc.string({ unit: 'grapheme' })), (text) => {
      const score = parseScore(text, ten);
      if (score === null) return;
      expect(Number.isFinite(score.value)).toBe(true);
      expect(score.value).toBeGreaterThanOrEqual(score.worst);
      expect(score.value).toBeLessThanOrEqual(score.best);
    }),
  );
});
