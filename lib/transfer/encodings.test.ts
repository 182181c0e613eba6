import { expect, test } from 'vitest';
import { readFiles } from './files/read-files.ts';
import { encodeText } from './testing/written-table.ts';

function readTitles(...parts: [text: string, encoding: string][]): string[] {
  const bytes = parts.flatMap(([text, encoding]) => [...(encodeText(text, encoding) ?? [])]);
  const reading = readFiles([{ name: 'films.csv', bytes: Uint8Array.from(bytes) }], { timeZone: 'UTC' });
  return reading.entries.map(({ film }) => film.title);
}

test.each([
  ['windows-1250', 'Tytuł', 'Człowiek z żelaza', 'Ziemia obiecana', 'Dług'],
  ['windows-1250', 'Název', 'Tři oříšky pro Popelku', 'Kouř', 'Vesničko má středisková'],
  ['windows-1250', 'Cím', 'Körhinta', 'Hídember', 'Üvegtigris', 'Szerelmesfilm őszre'],
  ['windows-1250', 'Tytuł', 'Ida', 'Rejs'],
  ['windows-1250', 'Mozifilm', 'Testről és lélekről', 'Hídember'],
  ['windows-1252', 'Filme', 'Os Corações', 'Limões'],
  ['windows-1251', 'Название', 'Зеркало', 'Летят журавли'],
  ['windows-1251', 'Назва', 'Земля', 'Атлантида', 'Плем’я'],
  ['windows-1252', 'Titre', 'Les Égarés', 'Être et avoir', 'Alien³', 'Où est la maison'],
  ['windows-1252', 'Titel', 'Händler der vier Jahreszeiten', 'Fußball', '8½'],
  ['windows-1252', 'Título', '¿Quién puede matar a un niño?', 'Cría cuervos'],
  ['windows-1253', 'Τίτλος', 'Ευρυδίκη', 'Κυνόδοντας', 'Ο Θίασος'],
  ['windows-1254', 'Film Adı', 'Sevmek Zamanı', 'Eşkıya', 'Yumurta ağacı', 'İklimler'],
])('%s: %s, %s', (encoding, header, ...titles) => {
  expect(readTitles([[header, ...titles].join('\n'), encoding])).toEqual(titles);
});

test('one word tells the script', () => {
  const bytes = encodeText('Film;оцінка\nHeat;8\n', 'windows-1251') ?? new Uint8Array();
  const { ratings } = readFiles([{ name: 'films.csv', bytes }], { timeZone: 'UTC' });
  expect(ratings.map(({ film, value }) => [film.title, value])).toEqual([['Heat', 8]]);
});

test('each line of a file is read in its own encoding', () => {
  const titles = readTitles(
    ['Название\n', 'utf-8'],
    ['Зеркало\n', 'windows-1251'],
    ['Солярис\nLéon\n', 'utf-8'],
  );
  expect(titles).toEqual(['Зеркало', 'Солярис', 'Léon']);
});
