import { describe, expect, test } from 'vitest';
import { htmlOf, readTextOf } from '../fixtures/pages.ts';

/** The films that a paragraph states. */
function read(text: string, language = 'en'): string[] {
  const page = htmlOf('<title>The Harbour Post</title>', `<article><p>${text}</p></article>`, language);
  return readTextOf(page, 'https://post.example/a/12')
    .mentions.filter(({ certainty }) => certainty === 'stated')
    .map(({ hint }) => hint.title);
}

describe('films that a sentence lists without any mark are found', () => {
  test.each([
    [
      'en',
      'She made films such as Night Ferry, Paper Moons and The Line of Embers. They are long.',
      ['Night Ferry', 'Paper Moons', 'The Line of Embers'],
    ],
    [
      'de',
      'Filme wie Stiller Hafen, Die Fähre bei Nacht und Kleine Monde machten sie bekannt.',
      ['Stiller Hafen', 'Die Fähre bei Nacht', 'Kleine Monde'],
    ],
    [
      'es',
      'Dirigió películas como Puerto quieto, El barco de noche y Lunas de papel.',
      ['Puerto quieto', 'El barco de noche', 'Lunas de papel'],
    ],
    [
      'fr',
      'Elle a tourné des films comme Port tranquille, La Ligne de braise et Lunes de papier.',
      ['Port tranquille', 'La Ligne de braise', 'Lunes de papier'],
    ],
    [
      'ru',
      'Она сняла фильмы, такие как Тихая гавань, Бумажные луны и Ночной паром.',
      ['Тихая гавань', 'Бумажные луны', 'Ночной паром'],
    ],
    [
      'de',
      'Jeden Monat gibt es Leihfilme für wenig Geld. Dabei sind unter anderem Nachtfähre: Die Heimkehr, Papa Junior und Ember – Der Film.',
      ['Nachtfähre: Die Heimkehr', 'Papa Junior', 'Ember – Der Film'],
    ],
  ])('%s: %s', (language, text, films) => {
    expect(read(text, language)).toEqual(films);
  });
});

describe('nothing is stated of', () => {
  test.each([
    ['people', 'en', 'The film has stars such as Ana Lund, Bo Lind and Cy Marsh. It was shot in Oslo.'],
    ['places', 'de', 'Der Film wurde gedreht in Städten wie Bad Aussee, Sankt Pölten und Linz.'],
    ['books', 'en', 'Before the film she wrote novels such as Night Ferry, Paper Moons and The Ember Line.'],
    ['kinds of films', 'de', 'Das Kino zeigt Filme wie Krimis, Western und Komödien.'],
    ['a single name', 'en', 'It is no film like Ana Lund makes them.'],
    ['a pair, which may be one title', 'en', 'There are films like Salt and Water.'],
    [
      'a work that names itself a film among games',
      'en',
      'The shop has games including Night Ferry, Paper Moons and The Ember Movie.',
    ],
  ])('%s', (_name, language, text) => {
    expect(read(text, language)).toEqual([]);
  });
});
