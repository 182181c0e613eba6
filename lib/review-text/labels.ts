import { foldLetters } from '../text/text.ts';

/** The kinds of labels on a review page. `other` means that the reviewed work is not a film. */
export type LabelKind =
  | 'title'
  | 'year'
  | 'releases'
  | 'directors'
  | 'writers'
  | 'cast'
  | 'genres'
  | 'readers'
  | 'score'
  | 'verdict'
  | 'pros'
  | 'cons'
  | 'author'
  | 'other';

/** Labels in English, German, French, Spanish and Italian, folded by `foldLetters`. The first row that matches wins. */
const rows: [LabelKind, string][] = [
  [
    'readers',
    '(?=.*(?:user|reader|audience|visitor|viewer|leser|nutzer|besucher|zuschauer|lecteur|spectateur|internaute|lector|usuario|espectador|lettor|utent|pubblico))(?:.*(?:rating|score|review|vote|grade|wertung|note|nota|puntuacion|valoracion|voto|giudizio|valutazione|avis).*|.{4,12})',
  ],
  [
    'title',
    '(?:movie|film|original)[ -]?tit(?:le|el|re|olo|ulo)|titulo(?: original)?|titre(?: original)?|titolo(?: originale)?|originaltitel',
  ],
  [
    'year',
    'year(?: of release)?|(?:land/)?jahr|produktionsjahr|erscheinungsjahr|annee(?: de (?:sortie|production))?|ano|anno',
  ],
  [
    'releases',
    '(?:.{2,12} )?release(?: date)?|released(?: on)?|date de sortie|sortie(?: (?:en salles?|au cinema|cine|france))?|(?:deutscher? )?(?:kino)?start(?:termin)?(?: (?:in )?(?:deutschland|osterreich|schweiz))?|erscheinungs(?:datum|termin)|veroffentlichung|(?:fecha de )?(?:estreno|lanzamiento)(?: en [a-z ]{3,14})?|(?:data di )?uscita(?: (?:al cinema|in italia|italiana|in sala))?|in (?:.{2,3} )?(?:theaters|theatres|cinemas)|al cinema|im kino|en salles?',
  ],
  [
    'directors',
    'direct(?:or|ed by|ors)|dir|r|director(?:a|es)?|regie(?: fuhrte)?|regisseur(?:in)?|realis(?:ateur|atrice|ation|e par)|mise en scene|direccion|dirigid[ao] por|regia(?: di)?|regista|diretto da|un film (?:de|di|von|by)|a film by|film d[ei]|film von',
  ],
  [
    'writers',
    'writers?|b|written for the screen by|screenplay(?: by)?|screenwriters?|script|drehbuch(?:autor(?:in|en)?)?|buch|scenario|scenaristes?|guion(?:istas?)?|sceneggiatura|sceneggiator[ei]|scritto e diretto da',
  ],
  [
    'cast',
    '(?:main |lead )?cast|d|(?:main |lead )?actors?|starring|stars|featuring|with|(?:haupt)?darsteller(?:innen)?|in den hauptrollen|hauptrollen|besetzung|schauspieler|mit|acteurs?(?: principaux)?|avec|casting|distribution|reparto(?: principal)?|actores(?: principales)?|interpretes|elenco|interpreti(?: principali)?|attori(?: principali)?|con',
  ],
  ['genres', 'genres?|generos?|generi?'],
  [
    'score',
    '(?:(?:total|overall|final|our|my|the|editor.?s?|critic.?s?|reviewer.?s?|author.?s?|staff|film|movie|star|review|average) ?)*(?:score|rating|grade)|(?:score|rating) (?:overall|total)|overall|total|insgesamt|gesamt(?:wertung|note|eindruck|urteil|punktzahl|bewertung)?|(?:unsere |meine )?(?:film|end)?(?:be)?(?:wertung|note)|(?:sterne|punkte)(?:wertung|zahl)?|(?:ma |notre |la )?(?:note|notation)(?: (?:globale|finale|generale|de la redaction|du film))?|(?:mi |nuestra |la )?(?:nota|puntuacion|puntaje|calificacion|valoracion)(?: (?:final|total|global|media))?|(?:il mio |il nostro |il )?(?:voto|valutazione)(?: (?:finale|complessiv[oa]|totale|globale))?|punteggio(?: (?:finale|totale))?',
  ],
  [
    'verdict',
    '(?:(?:our|my|the|final|overall|reviewer.?s) )*verdict|(?:the )?bottom line|final (?:thoughts|word|words)|(?:mein |unser |das )?fazit|urteil|bilan|(?:le |notre |mon )?verdict|(?:notre|mon) avis|(?:el |mi |nuestro )?veredicto|(?:il )?verdetto|giudizio(?: (?:finale|complessivo))?|conclusion(?:i|e|es)?|in (?:breve|sintesi)|en (?:resumen|conclusion|bref)|bewertung und fazit|fazit und bewertung',
  ],
  [
    'pros',
    '(?:the )?pros?|(?:the )?goods?|positives?|(?:the )?likes?|what (?:works|we liked?|i liked?)|(?:the )?best (?:bits|parts)|plus(?:punkte)?|starken|positiv(?:es)?|das hat (?:uns|mir) gefallen|(?:les )?(?:plus|points (?:forts|positifs)|qualites|\\+)|(?:j.ai |on a |nous avons )aime|on aime|a favor|lo (?:mejor|bueno|positivo)|puntos fuertes|aciertos|pregi|punti di forza|(?:cosa )?(?:ci|mi) e piaciuto|lati positivi',
  ],
  [
    'cons',
    '(?:the )?cons?|(?:the )?bads?|negatives?|(?:the )?dislikes?|what (?:doesn.?t(?: work)?|(?:we|i) (?:didn.?t like|disliked))|(?:the )?worst (?:bits|parts)|contra|minus(?:punkte)?|schwachen|negativ(?:es)?|das hat (?:uns|mir) nicht gefallen|(?:les )?(?:moins|points (?:faibles|negatifs)|defauts)|(?:je n.ai|on n.a|nous n.avons) pas aime|on n.aime pas|en contra|contras?|contro|lo (?:peor|malo|negativo)|puntos debiles|fallos|difetti|punti deboli|(?:cosa )?non (?:ci|mi) e piaciuto|lati negativi',
  ],
  [
    'author',
    '(?:review )?(?:author|written by)|review(?:er|ed)(?: by)?|reviews? by|posted by|autor(?:in|e)?|(?:geschrieben|kritik|rezension) von|auteur|(?:ecrit|critique) par|(?:escrito|critica|resena) (?:por|de)|(?:scritto da|recensione di)|about the author',
  ],
  [
    'other',
    'developers?|publishers?|platforms?|isbn(?:-1[03])?|page count|seasons?|episodes?|network|creators?|created by|entwickler|plattform(?:en)?|verlag|seitenzahl|editeur|staffeln?|label|manufacturer|brand|price|servings|ingredients',
  ],
];

const labels = rows.map(([kind, source]) => [kind, new RegExp(`^(?:${source})$`)] as const);

/** Names of other sites: a score after such a name is not the page's own. */
const foreign =
  /\b(?:imdb|rotten|tomato(?:es|meter)?|metacritic|metascore|letterboxd|cinema ?score|tmdb|moviepilot|allocin[ée]|filmaffinity|sens ?critique|kinopoisk|filmweb|mymovies|filmstarts)\b/iu;

/** Whether a text names another site or service with scores of its own, such as IMDb or Rotten Tomatoes. */
export function namesOtherSource(text: string): boolean {
  return foreign.test(text.slice(0, 300));
}

/** Verbs that act as a label without a colon at the start of a line or a sentence. */
const verbs =
  /(^|[.|·•,;–-]\s+)(directed by|written by|screenplay by|starring|réalisée? par|dirigid[ao] por|diretto da|regia di)\s+(?=[\p{Lu}\p{Lo}])/giu;
/** Common words that act as a label only after a labelled director: "Diretto da A. Person. Con B. Person." */
const castVerbs = /(\.\s+)(avec|con|mit|with)\s+(?=[\p{Lu}\p{Lo}])/giu;
const dayVerbs =
  /(^|[.|·•]\s+)(sortie|en salles|kinostart|estreno|uscita|al cinema)\s+(?:le|am|ab|el|il|dal)\s+(?=\d)/giu;
/** "De A. Person. Avec B. Person": the director, if the cast follows. */
const ofDirector = /^(?:un film )?(de|di|von)\s+(?=\p{Lu}[^.]{3,60}\.\s+(?:avec|con|mit)\s)/iu;

/** The kind of a label; null if the text is not a label. Also accepts "Director(s)" and "Release Date:". */
export function findLabelKind(text: string): LabelKind | null {
  const folded = foldLetters(text.slice(0, 60))
    .replace(/\((?:s|in|innen|e|a|es|i)\)/g, '')
    .replace(/\s*\([^()]{1,20}\)\s*:?\s*$/, '')
    .replace(/[\s:：.*_–-]+$|^[^\p{L}+]+/gu, '')
    .replace(/[’']/g, "'");
  if (folded === '' || folded.length > 40 || /[\d:：]/.test(folded) || namesOtherSource(folded)) return null;
  return labels.find(([, pattern]) => pattern.test(folded))?.[0] ?? null;
}

export interface Labelled {
  kind: LabelKind;
  label: string;
  /** The text after the label on its line; empty if there is none. */
  value: string;
}

/** The label that ends at a colon: the whole text before it, or its last one to four words. */
function findLabelBefore(start: string): { kind: LabelKind; label: string } | null {
  const whole = findLabelKind(start);
  if (whole) return { kind: whole, label: start.trim() };
  if (namesOtherSource(start)) return null;
  const words = start.trimEnd().split(/\s+/).slice(-4);
  for (let from = 0; from < words.length; from += 1) {
    const label = words
      .slice(from)
      .join(' ')
      .replace(/^[(|·•,;]+/, '');
    const kind = /^\p{Lu}/u.test(label) ? findLabelKind(label) : null;
    if (kind) return { kind, label };
  }
  return null;
}

const maxLineLength = 1500;
/** Any other label ends the value before it: "Tom Reyes. Camera: Ola Berg", "… | Rated: R". */
const otherLabel = /\s*(?:[.|•·;]|\s[–-])\s+\p{Lu}[\p{L}\s]{1,30}\s?[:：].*$/u;

function spellVerbs(line: string): string {
  const text = line.replace(ofDirector, 'Film $1: ').replace(verbs, '$1$2: ').replace(dayVerbs, '$1$2: ');
  return text.includes(':') ? text.replace(castVerbs, '$1$2: ') : text;
}

/**
 * The labelled values of a line: "Director: A. Person · Stars: B. Person" has two. A line that is only a label has an
 * empty value.
 */
export function listLabelled(line: string): Labelled[] {
  if (line.length > maxLineLength) return [];
  const alone = line.length > 1 ? findLabelKind(line) : null;
  if (alone) return [{ kind: alone, label: line, value: '' }];
  const text = line.length < 300 ? spellVerbs(line) : line;
  const found: (Labelled & { start: number; from: number })[] = [];
  for (const { index } of [...text.matchAll(/[:：](?!\/\/)/g)].slice(0, 12)) {
    const from = found.at(-1)?.from ?? 0;
    const before = findLabelBefore(text.slice(from, index));
    if (!before) continue;
    const start = text.lastIndexOf(before.label, index);
    found.push({ ...before, value: '', start, from: index + 1 });
  }
  return found.map(({ kind, label, from }, at) => {
    const end = found[at + 1]?.start;
    const value = text
      .slice(from, end)
      .replace(/^[\s–-]+|[\s|·•,;(–]+$|\s-+$/g, '')
      .replace(otherLabel, '');
    return { kind, label, value };
  });
}
