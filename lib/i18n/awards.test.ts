import { expect, test } from 'vitest';
import type { FilmAward } from '../films/review-types.ts';
import { formatAwards } from './awards.ts';

const oscar = (category: string, isWon = false): FilmAward => ({
  award: 'Oscar',
  category,
  year: 2023,
  isWon,
});
const palme = (isWon: boolean): FilmAward => ({ award: 'Cannes', category: 'Palme d’Or', year: 2023, isWon });
const bear: FilmAward = { award: 'Golden Bear', category: null, year: 2002, isWon: true };
const cesar = (category: string, isWon: boolean): FilmAward => ({
  award: 'César',
  category,
  year: 2024,
  isWon,
});

test.each<[string, FilmAward[], string | null]>([
  ['no prize', [], null],
  ['a Palme d’Or', [palme(true)], 'Palme d’Or 2023'],
  ['a film in competition', [palme(false)], 'nominated for the Palme d’Or 2023'],
  ['one Oscar', [oscar('Original Screenplay', true)], 'Oscar: Original Screenplay'],
  [
    'one Oscar of two nominations, after the Palme d’Or',
    [oscar('Directing'), oscar('Original Screenplay', true), palme(true)],
    'Palme d’Or 2023 · Oscar: Original Screenplay, 1 nomination',
  ],
  [
    'several Oscars',
    [
      oscar('Directing', true),
      oscar('Best Picture', true),
      ...Array<FilmAward>(5).fill(oscar('Original Song')),
    ],
    '2 Oscars, 5 nominations',
  ],
  ['one nomination', [oscar('Casting')], 'Oscar nomination: Casting'],
  ['several nominations', [oscar('Casting'), oscar('Directing')], '2 Oscar nominations'],
  ['a prize without categories', [bear], 'Golden Bear 2002'],
  ['another prize', [cesar('Best Film', true), cesar('Best Director', true)], 'César: 2 wins'],
  [
    'nominations for another prize',
    [cesar('Best Film', false), cesar('Best Actor', false)],
    'César: 2 nominations',
  ],
])('%s is written in one line', (_what, awards, line) => {
  expect(formatAwards(awards)).toBe(line);
});
