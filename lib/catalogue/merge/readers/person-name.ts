import { cleanText } from '../../../text/text.ts';

/** Words that a sentence has where a name could be: nationalities, awards, companies. */
const notNames = new Set(
  (
    'american british english scottish irish canadian australian french italian german spanish portuguese dutch ' +
    'danish swedish norwegian finnish russian soviet polish czech hungarian austrian swiss belgian greek turkish ' +
    'israeli iranian indian chinese japanese korean taiwanese thai mexican brazilian argentine argentinian ' +
    'academy award oscar-winning oscar-nominated emmy golden globe award-winning award-winner award-nominated new los hollywood ' +
    'broadway warner columbia paramount universal metro-goldwyn-mayer rko mgm disney film films cinema studio studios ' +
    'pictures picture productions production entertainment company television director directors directed first ' +
    'the a an his her their several various veteran then future former acclaimed noted newcomer b-film b-movie'
  ).split(' '),
);

/** Two nations as one word: "Italian-American". */
const nationPair =
  /^[a-z]+o?-(?:american|british|french|german|italian|born|award|english|canadian|australian|émigré|emigre)/i;

/**
 * A person's name of two to five words, or null. A text from a sentence is often no name: "American", "New York",
 * "Academy Award-winning", "Murray's". Such words in front of a name are cut off.
 */
export function readPersonName(text: string): string | null {
  const words = cleanText(text)
    .replace(/[\s,;:]+$/, '')
    .split(' ');
  while (words.length > 0 && isNoName(words[0] ?? '')) words.shift();
  const name = words.join(' ');
  if (words.length < 2 || words.length > 5 || name.length > 50 || /['’]s?$/.test(name)) return null;
  if (!/^\p{Lu}/u.test(name) || /\d|[()[\]"“”]/.test(name)) return null;
  const last = words.at(-1) ?? '';
  if (isNoName(last) && !/^(?:hollywood|disney|warner)$/i.test(last)) return null;
  return /^\p{Ll}/u.test(last) || last.length < 2 ? null : name;
}

function isNoName(word: string): boolean {
  return notNames.has(word.toLowerCase()) || nationPair.test(word);
}
