import { describe, expect, test } from 'vitest';
import { createTitleFinder } from './series-titles.ts';

/** The titles of a history that are left out. */
function listOthers(...titles: string[]): string[] {
  const finder = createTitleFinder(titles);
  return titles.filter((title) => finder.findKind(title) !== null);
}

describe('a word in the title tells a series', () => {
  test.each([
    ['English', 'The Ledger: Season 3: Ink', 'Tin Harbour: Limited Series: Fog', 'Low Tide: Episode 4'],
    ['English', 'Amber: Part 2: Chapter 3', 'Amber: Book Two: Ash', 'Amber: Series 4: Soot', '9 Lives: #3'],
    [
      'German',
      'Nachtzug: Staffel 2: Gleis 9',
      'Nachtzug: Folge 3',
      'Moor: Miniserie: Teil 1',
      'Moor: Teil 2: Nebel',
    ],
    [
      'French',
      'Brume: Saison 1: Le port',
      'Brume : Saison 2 : La nuit',
      'Sel: Mini-série: Épisode 2',
      'Sel: Partie 1: Un',
    ],
    [
      'Spanish',
      'Faro: T2: Niebla',
      'Faro: Temporada 1: Luz',
      'Sal: Serie limitada: Uno',
      'Sal: Parte 2: Dos',
    ],
    [
      'Portuguese',
      'Farol: 2.ª temporada: Luz',
      'Farol: 1ª temporada: Mar',
      'Sal: Minissérie: Um',
      'Sal: Parte 2: Dois',
    ],
    [
      'Dutch and Nordic',
      'Dijk: Seizoen 1: Aflevering 2',
      'Fyr: Säsong 1: Dimma',
      'Fyr: Sesong 2: Natt',
      'Fyr: Begränsad serie: Ett',
    ],
    [
      'Polish and Czech',
      'Latarnia: Sezon 1: Mgła',
      'Sól: Serial limitowany: Raz',
      'Maják: 2. řada: Mlha',
      'Maják: 3. díl',
      'Sůl: 1. svazek: Noc',
    ],
    [
      'Hungarian and Romanian',
      'Világítótorony: 2. évad: Köd',
      'Só: Minisorozat: Egy',
      'Far: Sezonul 1: Ceață',
      'Far: Partea 2: Noapte',
    ],
    ['Turkish', 'Fener: 2. Sezon: Sis', 'Tuz: Mini Dizi: Bir', 'Tuz: 4. Bölüm', 'Fener (Dizi): Gece'],
    [
      'Greek and Russian',
      'Φάρος: Σεζόν 1: Ομίχλη',
      'Маяк: Сезон 2: Туман',
      'Соль: Мини-сериал: Раз',
      'Маяк: 2-й сезон: Ночь',
    ],
    [
      'Korean',
      '등대: 시즌2: 안개',
      '등대: 시즌 1: 1화',
      '소금: 리미티드 시리즈: 밤',
      '소금: 제3회',
      '소금: 2부: 밤',
    ],
    [
      'Japanese',
      '灯台: シーズン2: 霧',
      '灯台: 第1シリーズ: 夜',
      '塩: リミテッドシリーズ: 夜',
      '塩: エピソード3',
      '塩: 第4話',
    ],
    ['Chinese', '燈塔: 第 2 季: 霧', '灯塔：第一季：夜', '鹽: 限定劇: 夜', '盐: 迷你剧: 夜', '鹽: 第 3 集'],
    [
      'Arabic and Hebrew',
      'المنارة: الموسم 2: ضباب',
      'الملح: مسلسل محدود: ليل',
      'מגדלור: עונה 2: ערפל',
      'מלח: מיני-סדרה: לילה',
    ],
    [
      'Thai, Indonesian, Vietnamese',
      'ประภาคาร: ซีซั่น 1: หมอก',
      'Mercusuar: Musim 2: Kabut',
      'Hải đăng: Mùa 1: Sương',
      'Muối: Tập 3',
    ],
  ])('%s', (_, ...titles) => {
    expect(listOthers(...titles)).toEqual(titles);
    // Each is alone in its history, too.
    expect(titles.filter((title) => listOthers(title).length === 0)).toEqual([]);
  });

  test.each([
    'Low Tide: Part 2',
    'Low Tide: Chapter 2',
    'Low Tide: Vol. 1',
    'Ledger: Episode IV - A New Ink',
    'Ledger — Part One: A Child of Ink',
    'Season of the Heron',
    'Chapter 27',
    'Ink 2: The Ledger',
    'À tous les phares : Pour toujours',
    'Phare : Partie 1 : 1994',
    'Latarnia: Mgła. Część 2',
    'Maják – 2. část: 1978',
    '등대 시즌 2',
    '燈塔：青霧',
    'ミッション:インク',
    'Trailer Park',
  ])('%s stays a film', (title) => {
    expect(listOthers(title)).toEqual([]);
  });
});

describe('the other titles of a history tell a series', () => {
  test('a season of it elsewhere', () => {
    expect(listOthers('Amber: Resin', 'Amber: Season 1: Ash')).toContain('Amber: Resin');
  });

  test('a name of two parts before two titles', () => {
    expect(listOthers('Amber: The Mine: Ash', 'Amber: The Mine: Soot')).toHaveLength(2);
    expect(listOthers('Amber: The Mine: Ash', 'Amber: The Mine')).toEqual([]);
  });

  test('a name before four titles, but not before three, and not one film four times', () => {
    const four = ['Amber: Ash', 'Amber: Soot', 'Amber: Resin', 'Amber: Coal'];
    expect(listOthers(...four)).toEqual(four);
    expect(listOthers(...four.slice(1))).toEqual([]);
    expect(listOthers('Amber: Ash', 'Amber: Ash', 'Amber: Ash', 'Amber: Ash')).toEqual([]);
  });

  test('sequels that share the word after the colon are films', () => {
    const sequels = ['', ' II', ' III', ' - Ash', ' - Soot'].map((end) => `Errand: Unlikely${end}`);
    expect(listOthers(...sequels)).toEqual([]);
  });

  test('films of a well-known series are films, however many there are', () => {
    const films = ['A', 'B', 'C', 'D', 'E'].map((end) => `Pirates of the Caribbean: ${end}`);
    expect(listOthers(...films)).toEqual([]);
    expect(listOthers(...films, 'Star Wars: The Marsh: Season 1: Reed')).toHaveLength(1);
  });

  test('seasons of a series do not make films of its first word episodes', () => {
    const seasons = [1, 2, 3, 4].map((season) => `Heron: The Marsh Years: Season ${season}: Reed`);
    expect(listOthers(...seasons, 'Heron: A Winter Tale')).toEqual(seasons);
  });
});

test('trailers and pictures that play by themselves are told', () => {
  const finder = createTitleFinder([]);
  expect(finder.findKind('Season 3 Trailer: Amber')).toBe('trailer');
  expect(finder.findKind('Amber: Season 5_shortpreview_9x16')).toBe('trailer');
  expect(finder.findKind('Amber_hook_primary_16x9')).toBe('trailer');
});

test('few films have five chapters or more', () => {
  expect(listOthers('Amber: CHAPTER 41', 'Ink: Chapter 2', 'Ink: Capítulo 4')).toEqual(['Amber: CHAPTER 41']);
});

test('a row without the name of its episode is one', () => {
  expect(listOthers('Harbour Street: :')).toHaveLength(1);
});
