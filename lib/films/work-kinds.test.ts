import { expect, test } from 'vitest';
import type { WorkKind } from './types.ts';
import { findKindAtEnd, findKindOfLabel } from './work-kinds.ts';

/** Labels as sites print them in brackets, separated by bars. */
const labels: Partial<Record<WorkKind | 'none', string>> = {
  episode: 'TV Episode|episode|Episodio|épisode|#4.13|#1.1|Folge 3|Folge 12',
  season:
    'season 2|Series 1|saison 10|Staffel 3|Temporada 1|Stagione 2|Seizoen 2|Sezon 1|Säsong 2|Sæson 2|Sesong 1|Évad 2|Сезон 3|' +
    '1. série|2. Staffel|1st season|2nd season|3rd Season|4th season|5a temporada|2a stagione|2e saison',
  series:
    'TV Series|TV Mini Series|TV Mini-Series|TV serial|TV Show|British TV series|American animated television series|web series|' +
    'anime series|mini series|miniseries|serie|series|serial|seriál|Serie de TV|serie TV|miniserie|série télévisée|serie anime|' +
    'Series Review|The Complete Series|Fernsehserie|Televisieserie|Animationsserie|сериал|телесериал|dizi|anime|电视剧',
  game:
    'VG|Video Game|videogame|game|games|computer game|Computerspiel|board game|mobile game|jeu vidéo|jeu|videojuego|juego|videogioco|' +
    'hra|gra|VG 2013|spiel|Videospiel|игра|видеоигра|PS1|PS4|PS5|Xbox|Xbox One|Switch',
  book:
    'novel|graphic novel|Novella|novelisation|novelization|book|books|comic book|audiobook|roman|romanzo|livre|libro|Buch|kniha|' +
    'powieść|książka|книга|роман|manga|comic|comics|Kindle Edition|Paperback|hardcover|short story',
  album:
    'soundtrack|score|Original Motion Picture Soundtrack|Original Soundtrack|motion picture soundtrack|movie soundtrack|' +
    'Original Film Score|soundtrack album|OST|album|song|live album|bande originale|bande originale du film|banda sonora|' +
    'banda sonora original|colonna sonora|саундтрек',
  person: 'actor|actress|American actress|director|British director|filmmaker|singer',
  other: 'play|musical|opera|podcast|disambiguation|homonymie|franchise|character|film series',
  film:
    'film|American film|British documentary film|movie|TV Movie|documentary|TV|video|V|C|TV special|téléfilm|Fernsehfilm|' +
    'Dokumentarfilm|Spielfilm|Kurzfilm|Animationsfilm|filme|filme de terror|film tv|película|película del oeste|фильм|映画|영화|电影|' +
    'court métrage|long-métrage|corto|cortometraje|short|short film|feature|feature film|elokuva',
  none:
    'Her|2013|the film of the year by far|a b c d film|season|season two of it|seasons|episodes 1|episode 3 of it|my TV series now or never|' +
    'game over man|booklet|albums|playing|short films|PS6|xs1|#4|#4.x|Folge|x Folge 3|fernseh|un corto de',
};

test.each(
  Object.entries(labels).flatMap(([kind, texts]) =>
    texts.split('|').map((text): [string, string] => [text, kind]),
  ),
)('a label %j is of the kind %s', (label, kind) => {
  expect(findKindOfLabel(label)).toBe(kind === 'none' ? null : kind);
});

test('a label of more than 60 letters is not read', () => {
  expect(findKindOfLabel(`bande originale ${'x'.repeat(44)}`)).toBe('album');
  expect(findKindOfLabel(`bande originale ${'x'.repeat(45)}`)).toBeNull();
});

test.each<[text: string, kind: WorkKind, before: string]>([
  ['Stranger Things Season 4', 'season', 'Stranger Things'],
  ['Stranger Things: The Season 4', 'season', 'Stranger Things'],
  ['Stranger Things (Season 4)', 'season', 'Stranger Things'],
  ['MODERN LOVE | SAISON 1', 'season', 'MODERN LOVE'],
  ['Modern Love, Season two', 'season', 'Modern Love'],
  ['Modern Love Season One, in short', 'season', 'Modern Love'],
  ['Dark – 2. Staffel', 'season', 'Dark'],
  ['Dark 1st season', 'season', 'Dark'],
  ['Dark 2ª temporada', 'season', 'Dark'],
  ['Dark 2e saison', 'season', 'Dark'],
  ['Dark 3ème saison', 'season', 'Dark'],
  ['Dark – Stagione 2', 'season', 'Dark'],
  ['Dark seizoen 2', 'season', 'Dark'],
  ['Dark sezon 2', 'season', 'Dark'],
  ['Dark säsong 2', 'season', 'Dark'],
  ['Dark sæson 2', 'season', 'Dark'],
  ['Dark sesong 2', 'season', 'Dark'],
  ['Dark évad 2', 'season', 'Dark'],
  ['Шерлок сезон 2', 'season', 'Шерлок'],
  ['Fargo S02', 'season', 'Fargo'],
  ['Fargo (S02)', 'season', 'Fargo'],
  ['Fargo S02E03', 'episode', 'Fargo'],
  ['Fargo – s2 e3', 'episode', 'Fargo'],
  ['Fargo S02.03: Waiting', 'episode', 'Fargo'],
  ['Fargo 2x03 S2x03', 'episode', 'Fargo 2x03'],
  ['Fargo Season 2 Episode 3', 'episode', 'Fargo'],
  ['Fargo Season 2, ep. 3', 'episode', 'Fargo'],
  ['Dark Staffel 2 Folge 3', 'episode', 'Dark'],
  ['Dark saison 2 épisode 3', 'episode', 'Dark'],
  ['Dark temporada 2 episodio #3', 'episode', 'Dark'],
  ['Шерлок сезон 2 серия 3', 'episode', 'Шерлок'],
  ['Drive – Soundtrack', 'album', 'Drive –'],
  ['Drive: Original Motion Picture Soundtrack', 'album', 'Drive:'],
  ['Amélie bande originale du film', 'album', 'Amélie'],
  ['Roma, banda sonora original', 'album', 'Roma,'],
  ['Fargo TV series', 'series', 'Fargo'],
  ['Fargo TV mini-series', 'series', 'Fargo'],
  ['Fargo web series', 'series', 'Fargo'],
  ['Fargo TV show', 'series', 'Fargo'],
  ['Fargo mini-series', 'series', 'Fargo'],
  ['Fargo miniserie', 'series', 'Fargo'],
  ['Fargo série TV', 'series', 'Fargo'],
  ['Dark TV-Serie', 'series', 'Dark'],
  ['Dark Fernsehserie', 'series', 'Dark'],
  ['Fargo série télévisée', 'series', 'Fargo'],
  ['Fargo serie de TV', 'series', 'Fargo'],
  ['Шерлок сериал', 'series', 'Шерлок'],
  ['Tomb Raider video game', 'game', 'Tomb Raider'],
  ['Tomb Raider videojuego', 'game', 'Tomb Raider'],
  ['Tomb Raider videogioco', 'game', 'Tomb Raider'],
  ['Tomb Raider jeu vidéo', 'game', 'Tomb Raider'],
  ['Tomb Raider Videospiel', 'game', 'Tomb Raider'],
])('the end of %j says: %s of %j', (text, kind, before) => {
  const found = findKindAtEnd(text);
  expect(found?.kind).toBe(kind);
  expect(found?.before.trim()).toBe(before);
});

test.each([
  'Her',
  'Open Season 2',
  'Season of the Witch',
  'The Final Season',
  'Seasons 4',
  'Stranger Things Season 400',
  'Stranger Things Season fourteen',
  'Stranger Things Season 4th',
  'Season 4',
  'Fargo S2',
  'Fargo S002E003',
  'Fargo S02E03x',
  'Soundtrack for a Revolution',
  'The Soundtracker',
  'Fargosoundtrack',
  'TV shows',
])('the end of %j says no kind', (text) => {
  expect(findKindAtEnd(text)).toBeNull();
});
