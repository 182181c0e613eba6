import type { FilmAward } from '../films/review-types.ts';
import { t, tCount } from './messages.ts';

/** The prize whose plural has messages of its own; others are counted as wins. */
const oscar = 'Oscar';

/** Prizes that are known by the name of their one category: "Palme d'Or 2023" says more than "Cannes". */
const singlePrizes = new Set(['Cannes']);

function formatWins(award: string, won: FilmAward[]): string {
  const [first] = won;
  if (won.length === 1 && first?.category) return t('awardOf', award, first.category);
  return award === oscar ? tCount('awardOscars', won.length) : tCount('awardWins', won.length, award);
}

function formatNominations(award: string, nominated: FilmAward[]): string {
  const [first] = nominated;
  if (nominated.length === 1 && first?.category) return t('awardNominated', award, first.category);
  return award === oscar
    ? tCount('awardOscarNominations', nominated.length)
    : tCount('awardNominationsOf', nominated.length, award);
}

/** "Oscar: Original Screenplay, 4 nominations", "4 Oscars, 12 nominations", "3 Oscar nominations". */
function formatMany(award: string, awards: FilmAward[]): string {
  const won = awards.filter(({ isWon }) => isWon);
  const others = awards.filter(({ isWon }) => !isWon);
  if (won.length === 0) return formatNominations(award, others);
  const more = others.length === 0 ? [] : [tCount('awardNominations', others.length)];
  return [formatWins(award, won), ...more].join(', ');
}

/** "Palme d'Or 2023". */
function formatSingle(award: string, awards: FilmAward[]): string[] {
  return awards.map(({ category, year, isWon }) =>
    t(isWon ? 'awardYear' : 'awardYearNominated', category ?? award, String(year)),
  );
}

/**
 * A film's prizes: those with one category first, each with its year, then the others, counted where there are several.
 * Names of prizes and categories stay as given. Empty if there are none.
 */
export function listAwardTexts(awards: FilmAward[]): string[] {
  const byAward = Map.groupBy(awards, ({ award }) => award);
  const kinds = [...byAward].map(([award, own]) => {
    const isSingle = singlePrizes.has(award) || own.every(({ category }) => category === null);
    return { isSingle, texts: isSingle ? formatSingle(award, own) : [formatMany(award, own)] };
  });
  return kinds.toSorted((a, b) => Number(b.isSingle) - Number(a.isSingle)).flatMap((kind) => kind.texts);
}

/** A film's prizes in one line, as `listAwardTexts` orders them; null if there are none. */
export function formatAwards(awards: FilmAward[]): string | null {
  return listAwardTexts(awards).join(' · ') || null;
}
