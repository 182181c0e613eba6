import { foldTitle } from './title-key.ts';

const commonWords = new Set(
  (
    'her him his he she it its us we you me my they them up down in out on off over under go stop run it up frozen heat ' +
    'cold hot joy crash drive gravity room brave cars home contact speed jaws rocky alien aliens signs twister big ' +
    'ghost psycho vertigo rope network election election duel ring rings host thing others birds fly mummy mask ' +
    'artist king queen game fighter master wrestler pianist prestige departed hunt hours kid kids girl boy man woman ' +
    'mother father son daughter sister brother family friend friends love hate life death war peace time night day ' +
    'light dark black white red blue green gold money power truth lies fear hope dream dreams now then here there'
  ).split(' '),
);

/** Whether the title is a single word that prose uses without meaning a film: "Her", "It", "Heat", "Us". */
export function isCommonWord(title: string): boolean {
  const fold = foldTitle(title);
  return !fold.includes('-') && (fold.length <= 4 || commonWords.has(fold));
}

/** Whether the words are hardly met with but as a title: several, and long. */
export function isUnmistakable(title: string): boolean {
  const words = foldTitle(title).split('-');
  const rare = words.filter((word) => word.length > 3 && !commonWords.has(word));
  return words.length >= 3 && rare.length >= 2;
}
