import { seriesWords } from './series-words.data.ts';

const number =
  '(?:\\p{Nd}{1,4}|[ivx]{1,5}|[一二三四五六七八九十]{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)';
/** "2", "2.", "2ª", "2.ª", "2nd", "2-й", and before Chinese, Japanese and Korean words "第2", "第二" or "제2". */
const ordinal = '(?:(?:第|제)?\\s?\\p{Nd}{1,4}(?:\\.|[.-]?\\p{L}{1,3})?|第\\s?[一二三四五六七八九十]{1,3})';
const digits = '\\p{Nd}{1,4}';
const wordsOf = (kind: keyof typeof seriesWords): string =>
  `(?:${seriesWords[kind].join('|')})`.normalize('NFKC');
const numbered = (kind: keyof typeof seriesWords, after = number): string =>
  `(?:${wordsOf(kind)}\\s?${after}|${ordinal}\\s?${wordsOf(kind)})`;

const season = new RegExp(
  `^(?:${numbered('season')}|t\\p{Nd}{1,2}|(?:the )?final season|${wordsOf('limited')})(?:[\\s(_:].*)?$`,
  'u',
);
const part = new RegExp(`^(?:${numbered('part')}|${numbered('chapter')})$`, 'u');
const chapter = new RegExp(
  `^(?:${wordsOf('chapter')}\\s?(${digits})|(?:第|제)?\\s?(${digits})\\s?[章장])$`,
  'u',
);
/** Episodes have digits: "Episode IV" is a film. */
const episodeNumber = numbered('episode', digits);
const episode = new RegExp(`^(?:${episodeNumber}|#${digits}|${digits}\\. bölüm)$`, 'u');
const episodeInBrackets = new RegExp(`\\(${episodeNumber}\\)$`, 'u');

const fold = (text: string): string => text.normalize('NFKC').toLowerCase().trim();

/** Whether a part says which season it is, or that the series has only one. */
export const isSeason = (text: string): boolean => season.test(fold(text));

/** Whether a part is "Part 2", "Volume 3", "Book One" and nothing more. */
export const isNumberedPart = (text: string): boolean => part.test(fold(text));

/** Whether a part is the number of an episode, or a name with that number behind it in brackets. */
export const isEpisode = (text: string): boolean =>
  episode.test(fold(text)) || episodeInBrackets.test(fold(text));

/**
 * The parts of a title between the colons that Netflix writes itself: no blank is before them, one is after them. Other
 * colons count only where a word for a season or an episode follows one.
 */
export function listParts(title: string): string[] {
  const all = title.split(/[:：]/).map((each) => each.trim());
  const isOfSeries = (each: string, at: number): boolean =>
    isSeason(each) || isEpisode(each) || (isNumberedPart(each) && isNumberedPart(all[at + 1] ?? ''));
  return all.some((each, at) => at > 0 && isOfSeries(each, at))
    ? all
    : title.split(/(?<=\S):(?:\s+|$)/).map((each) => each.trim());
}

/** The number of "Chapter 41"; null for other parts. */
export function findChapter(text: string): number | null {
  const [, after, before] = chapter.exec(fold(text)) ?? [];
  const digits = after ?? before;
  return digits === undefined ? null : Number(digits);
}

/** Whether a part is a bare year, as between a show and the day of its broadcast. */
export const isYear = (text: string): boolean => /^(?:19|20)\d\d$/.test(text);

/** Whether a title is that of a trailer or of a picture that plays by itself while one chooses. */
export const isTrailer = (title: string): boolean =>
  /_(?:\w{0,40}preview|hook|clip|teaser|trailer|sizzle)\w{0,80}$/i.test(title) ||
  /(?:^|: )(?:[^:]{0,30} )?(?:trailer|teaser)(?: \d+)?(?::|$)/i.test(title);
