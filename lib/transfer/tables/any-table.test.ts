import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readHeader } from '../../tables/columns/split-header.ts';
import { listMonths } from '../../tables/month-names.ts';
import { readFiles } from '../files/read-files.ts';
import {
  dateForms,
  encodeText,
  listPlainWords,
  scaleForms,
  spellings,
  writeTable,
  type TableStyle,
  type WrittenFilm,
} from '../testing/written-table.ts';

/** More runs: TABLE_RUNS=1000 vitest run --project=unit lib/transfer/tables/any-table.test.ts */
const numRuns = Number(process.env.TABLE_RUNS ?? 40);

const latin = `Heat|Up|M|Ran|8½|1917|2012|Amour|Parasite|Léon|Amélie|Das Boot|La Haine|Druk|Æon Flux|Volver|Tár|Crazy, Stupid, Love.|"Manos": The Hands of Fate|WALL·E|Jeanne Dielman|Smultronstället|Fröken Julie|Los olvidados|Il sorpasso|Cidade de Deus|Die Büchse der Pandora|Festen|Play Time|Yes|Date Night|Rating|Year One|Stalker|Persona`;
const others = `Сталкер|Иди и смотри|Στέλλα|千と千尋の神隠し|霸王别姬|기생충|ואלס עם באשיר|باب الحديد|Żywot Mateusza|Ostře sledované vlaky|Szegénylegények|Kış Uykusu`;
const titles = [...latin.split('|'), ...others.split('|')];

const film = (title: string): fc.Arbitrary<WrittenFilm> =>
  fc.record({
    title: fc.constant(title),
    year: fc.noBias(fc.integer({ min: 1920, max: 2024 })),
    day: fc
      .noBias(fc.integer({ min: Date.UTC(1999, 0, 1) / 86_400_000, max: Date.UTC(2026, 0, 1) / 86_400_000 }))
      .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10)),
    // A table of equal ratings does not tell its scale.
    rating: fc.noBias(fc.integer({ min: 1, max: 10 })),
  });

const films = fc
  .shuffledSubarray(titles, { minLength: 30, maxLength: 30 })
  .chain((chosen) => fc.tuple(...chosen.map(film)));

const oneOf = (...meanings: Parameters<typeof listPlainWords>[0][]): fc.Arbitrary<string> =>
  // Names of a scale, such as "Rating10" or "terningkast", belong to its ratings.
  fc.constantFrom(...meanings.flatMap(listPlainWords).filter((word) => readHeader(word).best === null));

const names: fc.Arbitrary<TableStyle['names']> = fc.record({
  title: fc.oneof(
    oneOf('title').map((word) => [word]),
    fc.tuple(oneOf('film'), oneOf('title')),
  ),
  year: fc.oneof(
    oneOf('year').map((word) => [word]),
    fc.tuple(oneOf('release'), oneOf('year')),
  ),
  day: fc.oneof(
    fc.tuple(oneOf('watch'), oneOf('date')),
    fc.tuple(oneOf('date'), oneOf('watch')),
    oneOf('watch').map((word) => [word]),
  ),
  rating: fc.oneof(
    oneOf('rate').map((word) => [word]),
    fc.tuple(oneOf('mine'), oneOf('rate')),
  ),
});

/** The letters outside ASCII of the titles in a table of an older program, which is in the language of its user. */
const lettersOf: Record<string, RegExp> = {
  'windows-1252': /^[\0-\x7fà-ÿÀ-ÖØ-ßœŒ½·]*$/,
  'windows-1250': /^[\0-\x7fąćęłńóśźżĄĆĘŁŃÓŚŹŻé]*$/,
  'windows-1251': /^[\0-\x7fа-яА-ЯёЁ]*$/,
};

const isWritable = (title: string, encoding: string): boolean =>
  lettersOf[encoding]?.test(title) !== false && encodeText(title, encoding) !== null;

const keys = <T extends object>(table: T): (keyof T)[] => Object.keys(table) as (keyof T)[];

const style: fc.Arbitrary<TableStyle> = fc.record({
  names,
  spelling: fc.constantFrom(...keys(spellings)),
  order: fc.nat({ max: 6 }),
  delimiter: fc.constantFrom<TableStyle['delimiter']>(',', ';', '\t', '|'),
  quotesAll: fc.boolean(),
  newline: fc.constantFrom<TableStyle['newline']>('\n', '\r\n'),
  encoding: fc.constantFrom(
    'utf-8',
    'utf-8-mark',
    'utf-16le',
    'windows-1252',
    'windows-1250',
    'windows-1251',
  ),
  dates: fc.constantFrom(...keys(dateForms)),
  scale: fc.constantFrom(...keys(scaleForms)),
  hasOtherColumns: fc.boolean(),
});

/** Whether the days of a table can be others: no day tells day from month, or the name of a month means another one elsewhere. */
function leavesDaysOpen(films: WrittenFilm[], { dates }: TableStyle): boolean {
  const isEarly = films.every(({ day }) => Number(day.slice(8)) <= 12);
  if (['slashDay', 'slashMonth', 'shortYear', 'clock'].includes(dates)) return isEarly;
  const words = films.flatMap(({ day }) => dateForms[dates]?.(day).match(/\p{L}+/gu) ?? []);
  return words.some((word) => new Set(listMonths(word).values()).size > 1);
}

/** Whether the ratings of a table fit several scales: whole numbers of at most five, or numbers that fill no fifth of a hundred. */
function leavesScaleOpen(films: WrittenFilm[], { scale }: TableStyle): boolean {
  if (['percent', 'ofTen', 'outOfFive', 'stars'].includes(scale)) return false;
  const values = films.map(({ rating }) =>
    scale === 'ten' ? rating : scale === 'hundred' ? rating * 10 : rating / 2,
  );
  return (
    values.every((value) => Number.isInteger(value) && value <= 5) ||
    (scale === 'hundred' && Math.max(...values) <= 20)
  );
}

const describeFilm = (
  title: string,
  year: number | null,
  day: string | null,
  rating: number | null,
): string => `${title} | ${year} | ${day} | ${rating}`;

test('a table of films with any names, order, dialect, encoding, days and scale is read as it was written, or asks', () => {
  const outcomes = { read: 0, asked: 0 };
  fc.assert(
    fc.property(films, style, (written, how) => {
      const kept = written.filter(({ title }) => isWritable(title, how.encoding));
      const text = writeTable(kept, how);
      const bytes = encodeText(text, how.encoding) ?? new TextEncoder().encode(text);
      const reading = readFiles([{ name: 'films.csv', bytes }], { timeZone: 'UTC' });
      const doubts = reading.tables.flatMap((table) => table.doubts);
      const isAsked = reading.error?.errorClass === 'ambiguous-date' || doubts.length > 0;
      if (isAsked) {
        outcomes.asked += 1;
        const isOfDays = reading.error?.errorClass === 'ambiguous-date';
        const unfounded = [
          ...(isOfDays && !leavesDaysOpen(kept, how) ? ['days'] : []),
          ...doubts.filter(({ kind }) => kind !== 'scale' || !leavesScaleOpen(kept, how)),
        ];
        expect(unfounded, `${JSON.stringify(how)}\n${text.slice(0, 300)}`).toEqual([]);
        return;
      }
      outcomes.read += 1;
      const found = reading.entries.map(({ film: { title, year }, watchedOn, rating }) =>
        describeFilm(title, year, watchedOn, rating),
      );
      const wanted = kept.map(({ title, year, day, rating }) => describeFilm(title, year, day, rating));
      expect(
        [reading.error, reading.skipped, found],
        `${JSON.stringify(how)}\n${text.slice(0, 300)}`,
      ).toEqual([null, [], wanted]);
    }),
    { numRuns, endOnFailure: true },
  );
  // It may ask, but seldom: the tables have 30 films.
  expect(outcomes.asked).toBeLessThan(numRuns * 0.15);
  if (process.env.TABLE_RUNS) process.stdout.write(`${JSON.stringify(outcomes)}\n`);
});
