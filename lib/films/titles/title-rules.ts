import { once } from '../../async/once.ts';
import { lazyPattern } from '../../text/lazy-pattern.ts';
import type { WorkKind } from '../types.ts';

/**
 * A rule for text around a title that is not part of it. If the pattern has a group `title`, the group is
 * kept. No flag `u`, here or elsewhere in title parsing: together with `i` it takes five to ten times as long
 * to compile.
 */
export interface TitleRule {
  pattern: RegExp;
  /** A quick test that every matching text passes, because the pattern may take a millisecond to compile. */
  sign?: RegExp;
  /** Returns the kind that the text states, from group `kind`. */
  kind?: (word: string) => WorkKind | null;
}

/** Words for "review" in the languages read: "Review", "Filmkritik", "Crítica", "Recenze". */
const review =
  '(?:reviews?|(?:film)?kritik(?:en)?|rezension(?:en)?|critiques?|cr[ií]ticas?|reseñas?|recensi(?:one|oni|e|es)|recenze|recenzj[ae]|recension|anmeldelse|рецензи[яи]|обзор)';

const reviewSign = /review|kriti|rezen|cr[ií]ti|rese|recen|anmeld|реценз|обзор/i;
const trailerSign = /trailer|teaser/i;
const markSign = /\d\s?\//;

/** The kinds of work that a review may name: "Film Review", "Book Review", "Album Review". */
const reviewed =
  '(?:(?<kind>film|movie|blu-?ray|dvd|4k|tv|series|serial|tv series|book|novel|album|music|video ?game|game|theat(?:re|er)|play|podcast|short film)\\s)';

/** The kind of work named before "review"; a disc counts as a film, an unknown word as `other`. */
function kindOfReview(word: string): WorkKind | null {
  const known = word.toLowerCase();
  if (/^(?:film|movie|blu-?ray|dvd|short film)$/.test(known)) return 'film';
  if (/^(?:tv|tv series|series|serial)$/.test(known)) return 'series';
  if (/game$/.test(known)) return 'game';
  if (/^(?:book|novel)$/.test(known)) return 'book';
  if (/^(?:album|music)$/.test(known)) return 'album';
  return /^(?:4k)?$/.test(known) ? null : 'other';
}

/** Names of sites after the titles of their pages. */
const sites =
  '(?:imdb|rotten tomatoes|metacritic|letterboxd|the movie database(?: \\(tmdb\\))?|tmdb|wiki(?:pedia|pédia|pedie)(?:, .{3,40})?|википедия|' +
  'trakt(?:\\.tv)?|justwatch|allocin[eé]|senscritique|filmweb|кинопоиск|filmaffinity|[čc]sfd\\.(?:cz|sk)|mubi|the criterion collection|' +
  'box office mojo|allmovie|fandango|netflix|prime video|disney\\+|(?:hbo )?max|apple tv|hulu|youtube|roger ebert|the guardian|movieclips|豆瓣|豆瓣电影)';

/** Festivals that reviews name before the film. */
const festivals =
  '(?:cannes|venice|venezia|venedig|berlin(?:ale)?|sundance|tiff|toronto|sxsw|telluride|locarno|tribeca|rotterdam|iffr|nyff|bfi london|lff|karlovy vary|fantasia|fantastic fest|afi fest)';

/** Review labels before titles, each with its sample. */
const listReviewPrefixes = (): TitleRule[] => [
  // Cannes Review: Parasite · TIFF 2018: Roma · Sundance Film Review: ‘CODA’ (not Berlin: Symphony of a Great City)
  {
    pattern: new RegExp(
      `^${festivals}(?:\\s(?:film festival|filmfest(?:ival)?))?(?:(?:\\s(?:20\\d\\d|['’]\\d\\d))(?:\\s${reviewed}?${review})?|\\s${reviewed}?${review})\\s*[:|–—-]\\s*`,
      'i',
    ),
    sign: /^\S{3,10}\s.*[:|–—-]/,
    kind: kindOfReview,
  },
  // Film Review #32: The Thing · Movie #5: Heat
  { pattern: /^(?:(?:film|movie)\s)?(?:review\s)?(?:#|no\.\s?)\d{1,4}\s*[:–—-]\s+/i },
  // Watch Frozen | Disney+
  {
    pattern: new RegExp(
      `^watch\\s+(?=.*[-–—|]\\s*(?:netflix|disney\\+|prime video|(?:hbo )?max|apple tv\\+?|hulu|peacock))`,
      'i',
    ),
    sign: /^watch\s/i,
  },
  // Review: Her (2013) · Film Review: ‘Playing with Fire’ · Critique de film : Her · Crítica: Roma · Filmkritik – Her
  {
    pattern: new RegExp(
      `^${reviewed}?${review}(?:\\s(?:de |du |del |do |di )?(?:film|cine|cinéma|pelicula|película))?\\s*(?:[:»]|\\s[-–—|]\\s|(?=\\s["“„«‘'»]))\\s*`,
      'i',
    ),
    sign: reviewSign,
    kind: kindOfReview,
  },
  // Rewind, Review, and Re-Rate: ‘The Heiress’: Romantic Drama
  { pattern: /^[^:"“„«‘]{0,30}\breview\b[^:"“„«‘]{0,20}:\s*(?=["“„«‘'])/i, sign: reviewSign },
  // Crítica de Roma · Critique du film Her · Kritik zu Her · Recensione di Her · Recenze na film Ona · Review of Her
  {
    pattern:
      /^(?:review of|(?:la |a )?cr[ií]tica (?:de|do|da)|reseña de|critique (?:du film|de)|(?:film)?kritik zu(?:m film|r serie)?|recensione (?:di|del film)|recenze (?:na|k) film(?:u)?)\s+/i,
    sign: reviewSign,
  },
  // El Veredicto….’Jurassic World: El Reino Caido’
  { pattern: /^[^\d!-/:-@[-`{-~…“„«]{3,30}(?:…|\.{2,})[….\s]*(?=["“„«‘’'])/, sign: /…|\.\./ },
];

/** Other texts before titles, each with its sample. */
const listOtherPrefixes = (): TitleRule[] => [
  // Official Trailer: Her · Official Discussion - Her [SPOILERS] · Official Trailer for Her
  {
    pattern:
      /^(?:official|first|new|final)\s(?:(?:teaser|trailer|discussion|clip|poster|look)\s?)+(?:[:|–—-]|for)\s*/i,
    sign: /^(?:official|first|new|final)\s/i,
  },
  // Prime Video: Her · Trakt Web: Her · Title: Her · Film: Her · Movie: Her · Película: Roma
  {
    pattern: /^(?:prime video|trakt web|title|titre|t[ií]tulo|titel|film|movie|película|фильм)\s?:\s+/i,
    sign: /:\s/,
  },
  // avis sur le film Grâce à Dieu · séances Her · tout le casting du film Her
  {
    pattern:
      /^(?:avis sur le film|s[eé]ances(?: du film)?|tout le casting du film|bande-annonce(?: du film)?)\s+/i,
    sign: /avis|ances|casting|annonce/i,
  },
  // Category: Her · Schlagwort-Archiv: Satire
  {
    pattern:
      /^(?:tags|categor(?:y|ía|ia)|catégorie|kategorie|archives?|schlagwort(?:-archiv)?|etiqueta)\s?:\s+/i,
    sign: /:\s/,
  },
  // … »Sweet Country«
  { pattern: /^…\s+/ },
  // 12. The Matrix · 1. 8.8 The Dark Knight (2008) 489,357 · 11) Her · 50.) Her
  { pattern: /^\d{1,4}(?:\.\)?|\))\s+(?:\d[.,]\d\s+)?(?=\S)/ },
  // #50 Nurse Betty (R) (2000) US
  { pattern: /^(?:#|№\s?|no\.\s?)\d{1,4}[.:]?\s+(?:\d[.,]\d\s+)?(?=.*[([])/i, sign: /^(?:[#№]|no\.)/i },
];

/** Rules for texts before titles. */
export const prefixes = once(() => [...listReviewPrefixes(), ...listOtherPrefixes()]);

/** Rules for texts after titles, each with its sample. */
export const suffixes = once((): TitleRule[] => [
  // Her (2013) - IMDb · Her | Rotten Tomatoes · Her (2013) — The Movie Database (TMDB) · Her • Letterboxd
  { pattern: new RegExp(`\\s*[-–—|•·»:]\\s*${sites}\\s*$`, 'i'), sign: /[-–—|•·»:]/ },
  // Melancholia **** · Viêt and Nam ★☆☆☆ · GEMINI MAN ⭐️⭐️ 1/2 – · LES NOUVEAUX SAUVAGES ❤️❤️❤️❤️ Ce film est
  {
    pattern: /\s*[-–—:(]?\s*(?:[★☆⭐✩✪✭🌟]|(?:[❤♥💛🖤]\ufe0f?){2}|(?<=\s)\*{2,}).*$/u,
    sign: /[★☆⭐✩✪✭❤♥*\ud83c\ud83d]/,
  },
  // Her 4/5 · Her – 8,5/10 (not 99 and 44/100% Dead)
  { pattern: /[\s:–—([-]+\d{1,3}(?:[.,]\d{1,2})?\s?\/\s?(?:5|10|20|100)(?![\d%]).*$/i, sign: markSign },
  // Her (3.5/4) · WACKNESS Note : 4 / 6
  {
    pattern:
      /\s*(?:[:–—([-]\s*|(?:rating|note|bewertung|nota|voto|score|wertung|ocena)\s?:?\s*)\d{1,2}(?:[.,]\d{1,2})?\s?\/\s?[46](?![\d%]).*$/i,
    sign: markSign,
  },
  // Her – Review · Her – Review - Frame and Field · Her : critique · Roma | Crítica · X : les critiques presse
  {
    pattern: new RegExp(
      `(?:\\s[-–—|•]|\\s?:)\\s(?:(?:the|our|my|la|les|une|die|la nostra)\\s)?${reviewed}?${review}(?![a-zß-žа-яё\\d]).*$`,
      'i',
    ),
    sign: reviewSign,
    kind: kindOfReview,
  },
  // Her review – a strange romance · Poor Things Review: A Daring Descent · Through the Darkest of Times review
  {
    pattern: new RegExp(
      `(?<!\\b(?:in|under))\\s${reviewed}?(?:review|recensione|recenze|recensie|filmkritik|reseña)(?:\\s(?:thread|roundup|embargo))?(?:\\s*(?:[:–—|!,(\\[]|\\s-\\s).*)?$`,
      'i',
    ),
    sign: reviewSign,
    kind: kindOfReview,
  },
  // Her movie review & film summary (2013)
  {
    pattern: /\s(?:(?:film|movie)\s)?review\s(?:&|and)\s(?:film\s)?(?:summary|rating|analysis).*$/i,
    sign: reviewSign,
    kind: () => 'film',
  },
  // Her | Official Trailer · Her - Teaser · Her: Trailer (not The Long, Long Trailer)
  {
    pattern:
      /(?:\s[-–—|•]\s|\s?:\s)(?:(?:official|final|first|new|main|uk|us|international|red band|teaser)\s)*(?:trailer|teaser)(?![a-zß-žа-яё'’]).*$/i,
    sign: trailerSign,
  },
  // Her Official Trailer #1 (2013) | Movieclips
  {
    pattern:
      /\s(?:official|final|red band|teaser)\s(?:teaser\s)?(?:trailer|teaser)(?![a-zß-žа-яё'’]).*$|\s(?:trailer|teaser)\s#\d.*$/i,
    sign: trailerSign,
  },
  // Her 4K ULTRA HD 4K UHD · Her Blu-ray + DVD
  { pattern: /\s[-–—:+(\s]*(?:(?:4k(?: ultra hd| uhd)?|ultra hd|uhd|blu-?ray|dvd)[\s+/,)-]*)+$/i },
  { pattern: /\s*[-–—|:,]?\s+ending,? explained.*$/i, sign: /explained/i },
  // KUNG FU PANDA 3, exprimiendo la franquicia hasta la última gota
  { pattern: /(?<=^[^a-zß-öø-ÿа-яё]{5,60}),\s+(?=[a-zß-öø-ÿа-яё]{2,}\s.{10}).*$/, sign: /,\s/ },
  // CARMINA Y AMÉN. (the stop of a heading in capitals)
  { pattern: /(?<=[A-ZÀ-ÖØ-ÞА-ЯЁ]{4})\.$/, sign: /\.$/ },
]);

/** A quick test that every text with `directorWords` passes. */
export const directorSign = /dir[.:ei]|re[gžzż]|r[eé]al|film|una pel|реж/i;

/**
 * Words before the names of directors, in brackets or after a title: "directed by", "Regie:", "un film de".
 */
export const directorWords =
  '(?:directed by|dir(?:\\.|ector:|:)|regie(?: führte)?:?|regia(?: di|:)|r[eé]al(?:\\.|is[eé] par|isation\\s?:|isateur\\s?:)|reż\\.|re[žz]ie:|un film de|a film by|ein film von|un film di|una película de|un filme de|dirigida por|реж\\.|режисс[её]р:)';

/** Words in brackets or between bars that say nothing about the title. */
export const noiseLabel = lazyPattern(
  `^(?:${reviewed}?${review}|(?:official )?(?:teaser|trailer)(?: #?\\d+)?|hd|4k(?: uhd)?|uhd|imax|3-?d|blu-?ray|dvd|director['’]?s cut|` +
    `(?:extended|unrated|uncut|final|special|theatrical|ultimate)(?: (?:cut|edition|version))?|remastered|restored|subbed|dubbed|subtitled|` +
    `omu|ov|dt\\./ov|df|vf|vost(?:fr)?|vo|(?:no |minor |mild )?spoilers?(?:[- ]free)?|re-?release|\\d+th anniversary(?: .*)?|` +
    `g|pg|pg-?13|r|nc-?17|nr|12a?|15|18|fsk ?\\d+|[ivx]+|us|uk|usa|film|films|movies?|cinema|cin[eé]ma|kino|full movie|watch online|online|home)$`,
  'i',
);

/** Countries of several words, which would look like a person's name. */
export const longCountry =
  /^(?:united|great|new zealand|south|north|west|east|hong|czech|costa|sri|soviet|saudi|puerto|estados|reino|nueva|corea|cor[eé]e|royaume|nouvelle)(?:\s|$)/i;
