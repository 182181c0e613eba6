import { foldLetters } from '../../text/text.ts';
import type { ReasonKind } from '../../tables/types.ts';

/** A film, or the kind of work that is not a film. */
export type TitleType =
  'film' | Extract<ReasonKind, 'series' | 'episode' | 'game' | 'podcast' | 'music-video' | 'special'>;

/**
 * IMDb writes title types in the language of the account, and in older files in camel case. The patterns cover the
 * languages of the site (English, French, German, Italian, Spanish, Portuguese, Hindi), folded. The first match counts.
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

/** The kind of work that a title type means. An unknown word counts as a film: the preview shows the row. */
export function findTitleType(raw: string): TitleType {
  const folded = foldLetters(splitCamelCase(raw));
  return patterns.find(([, pattern]) => pattern.test(folded))?.[0] ?? 'film';
}
