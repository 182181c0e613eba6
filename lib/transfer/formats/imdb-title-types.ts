import { foldLetters } from '../../text/text.ts';
import type { ReasonKind } from '../../tables/types.ts';

/** What a title type is: a film, or why it is none. */
export type TitleType =
  'film' | Extract<ReasonKind, 'series' | 'episode' | 'game' | 'podcast' | 'music-video' | 'special'>;

/**
 * IMDb writes title types in the language of the account, and in older files in camel case. The words of the site's
 * languages (English, French, German, Italian, Spanish, Portuguese, Hindi), folded; the first that fits counts.
 */
const patterns: [TitleType, RegExp][] = [
  ['podcast', /podcast|पॉडकास्ट/],
  [
    'game',
    /\b(?:video ?game|videogame|jeu video|videospiel|computerspiel|videogioco|videojuego|jogo)\b|वीडियो गेम/,
  ],
  [
    'music-video',
    /\b(?:music ?video|musikvideo|clip(?:e)? musical|clip video|video ?clip(?:e)?|video(?:clip)? musical(?:e)?)\b|संगीत/,
  ],
  ['episode', /episod|\bfolge\b|\bpilot\b|एपिसोड/],
  ['special', /special|especial|sondersendung|विशेष/],
  ['series', /serie|serial|seriado|\btv ?show\b|सीरीज|श्रृंखला|сериал|シリーズ|剧/],
];

/** "TVShort" and "tvMiniSeries" as words. */
function splitCamelCase(text: string): string {
  return text.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/^TV(?=[A-Z][a-z])/, 'TV ');
}

/** What a title type says; a word that is not known counts as a film, for the preview shows it. */
export function findTitleType(raw: string): TitleType {
  const folded = foldLetters(splitCamelCase(raw));
  return patterns.find(([, pattern]) => pattern.test(folded))?.[0] ?? 'film';
}
