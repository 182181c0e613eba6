import { foldTitle } from './title-key.ts';

/**
 * Everyday words of five or more letters that are also the whole title of a film. Shorter words all count as
 * common. Taken from one-word titles found in lower case in 36,000 abstracts, and completed by hand.
 */
const everydayWords =
  'abandoned about accused action actress adaptation addiction adventure affair after aftermath again alien ' +
  'alive alone always amateur animals another anything apartment archive arrival artist assassin ' +
  'assassination assistant attack attorney beach beautiful because become began being believe better between ' +
  'birth black blind blood boxer brave bride bring brother brothers buddy build built campaign captain ' +
  'capture career carry caught champion chance change changes cheap check chief children circus claim class ' +
  'clean clear clerks climb close collection college color combat comedian comedians comedy comes comic ' +
  'coming committed company competition concert conflict connection conspiracy contact contract control ' +
  'convicted corruption could country course court cover cowboy crash creation creator creature criminal ' +
  'crisis cross curse dancer dances dangerous darkness debut deliverance desperate detective devil dirty ' +
  'disaster divorce doctor domain double doubt dreams dressed drive driver early earth eight election empire ' +
  'encounter enemy enough enter escape estate evening every everything experience faces fallen family fargo ' +
  'farmer fatal favorite female festival fever field fight fighter fighting final first flash flesh flight ' +
  'floor follow following force forever fortune forward found founder fourth fragments freedom friday friends ' +
  'frontier frozen future games gangster garden general ghost giant girlfriend girls gladiator glass graduate ' +
  'grand gravity great green group grown guard guest guilty hands happiness happy haunted health heart hearts ' +
  'heaven heavy heiress heist hello heroes hidden higher hitman holiday honey horror horse horses hospital ' +
  'hostage hotel hours house humanity humans hunger hunter husband ideal identity idiots illegal image ' +
  'immigrant immortal impossible inception incident independent innocent inside insomnia inspiration intended ' +
  'international invasion invisible island jealousy jewel joker journey judge jungle kidnapped killer killing ' +
  'kings knife knight knock ladies large later laugh laura lawyer leave legend letter letters light lights ' +
  'limit limitless listen little lives living loaded lonely losers loved lover lovers loves loving lucky ' +
  'lunch machine madness magic magnolia marriage masks master match matter maybe memento memory mental mercy ' +
  'message metal middle midnight might minute mirror missed missing mission moment moments money monster ' +
  'morning mother motion mountain mouth movie movies moving murder music myself naked names network never ' +
  'night nights nobody noise north notebook nothing notice notorious number nurse obsessed obsession ocean ' +
  'office often order organization orphan orphanage other others outlaw outside paper paradise parasite ' +
  'parents parts party passage passengers paths patience pearl people perfect performance person phone ' +
  'photographer piano picture pilot place planet platform player please point police popular position ' +
  'possession power present president prestige price pride priest primer prince princess principal prison ' +
  'prisoner prisoners problem producers professor program promise proof protagonist psycho public pulse ' +
  'pursued pursuit queen quest question quick quiet radio rainbow random ransom rapid ratings reach ready ' +
  'reality reason rebel rebels record regret release remember report rescue resort results return revenge ' +
  'right rings river roads robot rocks rocky roman romance round rules runaway running ruthless sabotage ' +
  'sacrifice sahara salesman saturday saved scandal scared school science score scream search searching ' +
  'season seconds secret secretary selfish sense serial seven shadow shaft shame shape share shark shelter ' +
  'shine shock shoot shooting short should sidekick siege sight signs silence silent silver simple since ' +
  'single sinister sister sisters situation skyscraper sleep sleepers sleepless slide small smile smoke snake ' +
  'snatch social society solace soldier soldiers someone something sound source south space spark speak ' +
  'special spectre speed spell spider spirit split sport sports spotlight spring stalker stand stars start ' +
  'state station steel stigmata still stolen stone storm story straight stranded strange stranger street ' +
  'strength strike stronger struggle style submarine success sugar suite summer sunday sunrise sunset ' +
  'sunshine super supernatural surrender survivors suspect suspense sweet switch system table taken tales ' +
  'tangled target teacher teenage teeth television temple tenet terminal their there these thief thing things ' +
  'think thirst those thought threat three thriller through thunder times titanic today together tomorrow ' +
  'tonight topaz touch toward tower tracks trade traffic train training traitor transit trapped traps travel ' +
  'treasure treatment trial tribe trilogy trouble trust truth turning twelve twenty twilight twins twister ' +
  'under underground understand unexpected unfaithful unforgiven union unknown until upgrade vacation vampire ' +
  'vanished vertigo veteran victim victory vigilante village villain violence violet vision visit vivid voice ' +
  'voices volcano voyage waiting wanted warning warrior warriors watch watchmen water waves weather wedding ' +
  'weekend weird welcome western wheel wheels where which while whiplash white whole widows willow window ' +
  'wings winner winning winter wired witch without witness wolves woman women wonder wonderful wooden words ' +
  'world worlds worst worth would wrestler write writer written wrong years yellow yesterday young yours ' +
  'youth zombies';

let commonWords: Set<string> | null = null;

function isEveryday(word: string): boolean {
  commonWords ??= new Set(everydayWords.split(' '));
  return word.length <= 4 || commonWords.has(word);
}

/** Whether the title is a single word, apart from an article. */
export const isOneWord = (title: string): boolean => !foldTitle(title).includes('-');

/** Whether the title is one word that prose uses without meaning a film: "Her", "It", "Heat", "Frozen". */
export function isCommonWord(title: string): boolean {
  return isOneWord(title) && isEveryday(foldTitle(title));
}

/** Whether the words hardly occur except as a title: three or more words, two of them not everyday words. */
export function isUnmistakable(title: string): boolean {
  const words = foldTitle(title).split('-');
  return words.length >= 3 && words.filter((word) => !isEveryday(word)).length >= 2;
}

/** Whether a title, once set apart, is too long to occur by chance: three words or more. */
export function isLongTitle(title: string): boolean {
  return foldTitle(title).split('-').length >= 3;
}
