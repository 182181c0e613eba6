import { parseTitle } from '../films/titles/title-parse.ts';
import type { WorkKind } from '../films/types.ts';
import type { Score } from '../films/review-types.ts';
import { cleanText } from '../text/text.ts';
import { parseScore } from './parse-score.ts';

/** The parts of a review's heading. */
export interface ReviewHeading {
  /** The film's title; the whole heading if it does not say "review". */
  title: string;
  year: number | null;
  kind: WorkKind | null;
  /** Whether the heading has a word such as "review" or "Kritik". */
  saysReview: boolean;
  /** Whether it says "film review", "Filmkritik", "critique de film". */
  saysFilm: boolean;
  /** The stars or fraction after the title. */
  score: Score | null;
}

const film = String.raw`(?:films?|movies?|cinema|kino|blu-?ray|dvd)[\s-]*`;
const word = String.raw`(?:(?:${film})?(?:reviews?(?=\s*:)|review|kritik|rezension|besprechung)|critique(?:\s+(?:du\s+|de\s+)?(?:film|cin[ée](?:ma)?))?|avis|cr[íi]tica(?:\s+de\s+(?:cine|la\s+pel[íi]cula))?|rese[ñn]a|recensione(?:\s+film)?|recenzja|recensie)(?!\p{L})`;
const article = String.raw`(?:(?:an?|the|our|my|la|une?|il|notre|ma|una|nuestra|mi|die|eine|unsere|meine)\s+)?`;
const prefix = new RegExp(
  String.raw`^(?:[[(](${word})[\])]\s*[:–—|·-]*|[[(«"“]?${article}(${word})[\])»"”]?\s*(?:[:–—|·-]+|(?:zum?|zur|of|von|de\s+la|de|du|di)\s))\s*(\S.*)$`,
  'iu',
);
const suffix = new RegExp(
  String.raw`^(.*?[^\s–—:|,([-])[\s–—:|,([-]+(${word})(?=$|\s*[\])]?\s*(?:[:–—|&([-]|$))`,
  'iu',
);
/** "Il porto di vetro, la recensione del film di A. Person". */
const appositive = new RegExp(
  String.raw`^(.*?[^\s–—:|,([-])\s?[,–—:|-]+\s*${article}(${word})\s+(?:of|du|des?|del(?:la)?|di|zu[mr]?|by|von|par|por)\s.{3,}$`,
  'iu',
);
const filmWord = new RegExp(String.raw`${film}|pel[íi]cula|cine\b|cin[ée](?:ma)?`, 'iu');
const quoted = /[“«„»‘]([^“”«»„‘]{1,120}?)(?:[”«»“]|’(?!\p{L}))/u;
const trailingScore =
  /\s*(?:[★⭐🌟❤]\ufe0f?)+\s*(?:½|1\/2)?\s*☆*$|\s+\*{2,5}$|\s*[–—|:([-]\s*\d{1,2}(?:[.,]\d)?\s?\/\s?(?:4|5|6|10|20|100)\s*[\])]?$/u;
const otherWorks =
  /\b(?:season|staffel|saison|temporada|stagione|episode|episodio|folge)\s*\d|[[(](?:serial|series|tv|game|book|album)\b|\b(?:book|novel|album|music|game|serial|tv|restaurant|food|hotel|concert|gig|soundtrack|product|theatre|theater|stage|opera|musical|exhibition|podcast|tech|app)\s+review|\b(?:buch|roman|spiel|serien|theater|konzert|album|musik|opern|hörspiel)-?(?:kritik|rezension|review|besprechung)|\bcritique\s+(?:du\s+(?:livre|roman|jeu|disque)|de\s+(?:la\s+)?(?:s[ée]rie|livre|pi[èe]ce)|s[ée]rie|livre|jeu|album|th[ée][âa]tre)|\b(?:cr[íi]tica|rese[ñn]a)\s+(?:de\s+(?:la\s+serie|teatro)|del\s+(?:libro|disco|juego)|literaria)|\brecensione\s+(?:della\s+serie|del\s+(?:libro|romanzo|gioco|disco)|libro|serie|gioco|album)/iu;

function trimQuotes(text: string): string {
  return text.replace(/^[\s"“”„«»‘']+|[\s"”“«»:;,|–—-]+$|(?<!\p{L}s)['’]$/gu, '');
}

/** Parses a review's heading: "Review: ‘Her’ (2013) ★★★★", "Her – Kritik", "Critique : Her". */
export function parseReviewHeading(text: string): ReviewHeading {
  const clean = cleanText(text.slice(0, 300));
  const trailing = trailingScore.exec(clean);
  const cut = trailing ? clean.slice(0, trailing.index) : clean;
  // The fraction in "Review: 9/10" can be the film's title.
  const isTitle = trailing !== null && /\d/.test(trailing[0]) && !prefix.test(cut) && !suffix.test(cut);
  const bare = isTitle ? clean : cut;
  const before = prefix.exec(bare);
  const after = before ? null : (suffix.exec(bare) ?? appositive.exec(bare));
  const rest = before?.[3] ?? after?.[1] ?? bare;
  const year = /[([][^()[\]\d]{0,30}((?:18[89]|19\d|20[0-4])\d)[^()[\]\d]{0,20}[)\]]/.exec(bare);
  const inQuotes = before || after ? quoted.exec(rest)?.[1] : undefined;
  const yearInRest = year ? rest.indexOf(year[0]) : -1;
  const parsed = parseTitle(inQuotes ?? trimQuotes(yearInRest > 0 ? rest.slice(0, yearInRest) : rest));
  const said = before?.[1] ?? before?.[2] ?? after?.[2] ?? '';
  return {
    title: trimQuotes(parsed.title),
    year: parsed.year ?? (year ? Number(year[1]) : null),
    kind: otherWorks.test(clean) ? 'other' : parsed.kind,
    saysReview: said !== '',
    saysFilm: filmWord.test(said),
    score: trailing && !isTitle ? parseScore(trailing[0].replace(/^[\s–—|:([-]+|[\s)\]]+$/g, '')) : null,
  };
}
