import { headerWords } from '../../tables/columns/header-words.data.ts';

/** A film with the one viewing that a written table has of it. `rating` is in half stars, 1 to 10. */
export interface WrittenFilm {
  title: string;
  year: number;
  day: string;
  rating: number;
}

/** How a table is written. */
export interface TableStyle {
  /** The words of the names of the columns, by field. */
  names: Record<keyof WrittenFilm, string[]>;
  spelling: keyof typeof spellings;
  order: number;
  delimiter: ',' | ';' | '\t' | '|';
  quotesAll: boolean;
  newline: '\n' | '\r\n';
  encoding: string;
  dates: keyof typeof dateForms;
  scale: keyof typeof scaleForms;
  hasOtherColumns: boolean;
}

const capitalize = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** The spellings of a name of several words. */
export const spellings = {
  plain: (words: string[]) => words.join(' '),
  capitalized: (words: string[]) => words.map(capitalize).join(' '),
  upper: (words: string[]) => words.join(' ').toUpperCase(),
  snake: (words: string[]) => words.join('_'),
  hyphens: (words: string[]) => words.join('-'),
  colon: (words: string[]) => `${capitalize(words.join(' '))}:`,
  brackets: (words: string[]) =>
    words.length > 1 ? `${words[0]} (${words.slice(1).join(' ')})` : (words[0] ?? ''),
  emoji: (words: string[]) => `🎬 ${words.join(' ')}`,
} satisfies Record<string, (words: string[]) => string>;

const parse = (day: string): [year: number, month: number, day: number] => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return [year, month, date];
};
const two = (part: number): string => String(part).padStart(2, '0');
const local =
  (language: string) =>
  (day: string): string =>
    new Intl.DateTimeFormat(language, {
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    }).format(Date.parse(`${day}T12:00Z`));

/** The forms of a day. */
export const dateForms = {
  iso: (day: string) => day,
  time: (day: string) => `${day} 20:15:00`,
  slashDay: (day: string) => (([y, m, d]) => `${two(d)}/${two(m)}/${y}`)(parse(day)),
  slashMonth: (day: string) => (([y, m, d]) => `${m}/${d}/${y}`)(parse(day)),
  shortYear: (day: string) => (([y, m, d]) => `${m}/${d}/${two(y % 100)}`)(parse(day)),
  slashYear: (day: string) => day.replaceAll('-', '/'),
  dots: (day: string) => (([y, m, d]) => `${two(d)}.${two(m)}.${y}`)(parse(day)),
  dotsYear: (day: string) => (([y, m, d]) => `${y}. ${m}. ${d}.`)(parse(day)),
  compact: (day: string) => day.replaceAll('-', ''),
  serial: (day: string) => String((Date.parse(day) - Date.UTC(1899, 11, 30)) / 86_400_000),
  clock: (day: string) => (([y, m, d]) => `${m}/${d}/${y} 8:30 PM`)(parse(day)),
  signs: (day: string) => (([y, m, d]) => `${y}年${m}月${d}日`)(parse(day)),
  hangul: (day: string) => (([y, m, d]) => `${y}년 ${m}월 ${d}일`)(parse(day)),
  javascript: (day: string) =>
    `${new Date(`${day}T12:00Z`).toUTCString().replace(/^(\w+), (\d+) (\w+) (\d+).*$/, '$1 $3 $2 $4')} 00:00:00 GMT+0100 (CET)`,
  ...Object.fromEntries(
    'en-US en-GB de fr es it pt nl sv da nb fi pl cs sk hu ro el ru uk tr he hr ca id vi bg'
      .split(' ')
      .map((language) => [language, local(language)]),
  ),
} as Record<string, (day: string) => string>;

/** The forms of a rating. */
export const scaleForms = {
  five: (rating: number) => String(rating / 2),
  fiveComma: (rating: number) => String(rating / 2).replace('.', ','),
  ten: String,
  hundred: (rating: number) => String(rating * 10),
  percent: (rating: number) => `${rating * 10} %`,
  ofTen: (rating: number) => `${rating}/10`,
  outOfFive: (rating: number) => `${rating / 2} out of 5`,
  stars: (rating: number) => '★'.repeat(Math.floor(rating / 2)) + (rating % 2 ? '½' : ''),
  halves: (rating: number) => `${Math.floor(rating / 2) || ''}${rating % 2 ? '½' : ''}`,
} satisfies Record<string, (rating: number) => string>;

/** Words of one meaning alone, whole and not of a single letter. */
export const listPlainWords = (meaning: keyof typeof headerWords): string[] => {
  const others = Object.entries(headerWords).filter(([name]) => name !== meaning);
  const used = new Set(others.flatMap(([, words]) => words.split(/\s+/)));
  return headerWords[meaning]
    .split(/\s+/)
    .filter((word) => !word.endsWith('*') && word.length > 1 && !used.has(word));
};

/** The table as text. */
export function writeTable(films: WrittenFilm[], style: TableStyle): string {
  const { delimiter, names } = style;
  const spell = spellings[style.spelling];
  const cell = (text: string): string =>
    style.quotesAll || text.includes(delimiter) || text.includes('"')
      ? `"${text.replaceAll('"', '""')}"`
      : text;
  const columns: [string, (film: WrittenFilm, at: number) => string][] = [
    [spell(names.title), ({ title }) => title],
    [spell(names.year), ({ year }) => String(year)],
    [spell(names.day), ({ day }) => dateForms[style.dates]?.(day) ?? ''],
    [spell(names.rating), ({ rating }) => scaleForms[style.scale](rating)],
    ...(style.hasOtherColumns
      ? ([
          ['IMDb Rating', (_, at) => String(6 + (at % 4))],
          ['Genre', (_, at) => ['Drama', 'Crime', 'War'][at % 3] ?? ''],
          ['Runtime', (_, at) => String(90 + at)],
        ] as [string, (film: WrittenFilm, at: number) => string][])
      : []),
  ];
  const turned = columns
    .map((_, at) => columns[(at + style.order) % columns.length])
    .filter((each) => each !== undefined);
  const lines = [
    turned.map(([name]) => cell(name)),
    ...films.map((film, row) => turned.map(([, write]) => cell(write(film, row)))),
  ];
  return lines.map((line) => line.join(delimiter) + style.newline).join('');
}

/** The bytes of a text in an encoding; null if the encoding lacks one of its characters. */
export function encodeText(text: string, encoding: string): Uint8Array | null {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding === 'utf-8-mark') return new TextEncoder().encode(`\ufeff${text}`);
  if (encoding === 'utf-16le')
    return new Uint8Array(
      Uint16Array.from([0xfeff, ...Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))])
        .buffer,
    );
  const table = new TextDecoder(encoding).decode(Uint8Array.from({ length: 256 }, (_, at) => at));
  const bytes = [...text].map((character) => table.indexOf(character));
  return bytes.includes(-1) ? null : Uint8Array.from(bytes);
}
