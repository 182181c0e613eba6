import { foldLetters } from '../../std/text.ts';

/** What a label on a review page is for. `other` tells that the thing reviewed is no film. */
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

/** Labels in English, German, French, Spanish and Italian, folded by `foldLetters`. The first row that fits counts. */
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
    'year(?: of release)?|jahr|produktionsjahr|erscheinungsjahr|annee(?: de (?:sortie|production))?|ano|anno',
  ],
  [
    'releases',
    '(?:.{2,12} )?release(?: date)?|released(?: on)?|date de sortie|sortie(?: (?:en salles?|cine|france))?|(?:deutscher )?(?:kino)?start(?:termin)?|erscheinungs(?:datum|termin)|veroffentlichung|(?:fecha de )?(?:estreno|lanzamiento)|(?:data di )?uscita(?: al cinema)?|in theaters|in cinemas',
  ],
  [
    'directors',
    'direct(?:or|ed by|ors)|dir|director(?:a|es)?|regie(?: fuhrte)?|regisseur(?:in)?|realis(?:ateur|atrice|ation|e par)|mise en scene|direccion|dirigid[ao] por|regia(?: di)?|regista|diretto da',
  ],
  [
    'writers',
    'writers?|written for the screen by|screenplay(?: by)?|screenwriters?|script|drehbuch(?:autor(?:in)?)?|buch|scenario|scenaristes?|guion(?:istas?)?|sceneggiatura|sceneggiator[ei]|scritto e diretto da',
  ],
  [
    'cast',
    'cast|(?:main |lead )?actors?|starring|stars|featuring|with|darsteller(?:innen)?|besetzung|schauspieler|mit|acteurs?|avec|casting|distribution|reparto|actores|interpretes|elenco|interpreti|attori|con',
  ],
  ['genres', 'genres?|generos?|generi?'],
  [
    'score',
    '(?:(?:total|overall|final|our|my|the|editor.?s?|critic.?s?|film|movie|star|review) ?)*(?:score|rating|grade)|overall|total|gesamt(?:wertung|note|eindruck|urteil)?|(?:unsere |meine )?(?:film)?(?:be)?wertung|punkte|(?:ma |notre |la )?note(?: (?:globale|finale|de la redaction|du film))?|(?:mi |nuestra )?(?:nota|puntuacion|calificacion|valoracion)(?: (?:final|total|global))?|(?:il mio |il nostro )?(?:voto|valutazione)(?: (?:finale|complessiv[oa]|totale))?|punteggio',
  ],
  [
    'verdict',
    '(?:(?:our|my|the|final|overall) )?verdict|bottom line|(?:mein |unser )?fazit|urteil|bilan|(?:le |notre |mon )?verdict|(?:el )?veredicto|(?:il )?verdetto|giudizio|conclusioni?|in (?:breve|sintesi)',
  ],
  [
    'pros',
    '(?:the )?pros?|(?:the )?good|positives?|what works|plus(?:punkte)?|starken|positiv|(?:les )?(?:plus|points forts|\\+)|a favor|lo (?:mejor|bueno)|pregi|punti di forza',
  ],
  [
    'cons',
    '(?:the )?cons?|(?:the )?bad|negatives?|what doesn.?t(?: work)?|minus(?:punkte)?|schwachen|negativ|(?:les )?(?:moins|points faibles)|en contra|lo (?:peor|malo)|difetti|punti deboli',
  ],
  [
    'author',
    '(?:review )?(?:author|written by)|review(?:er|ed)?(?: by)?|posted by|autor(?:in|e)?|(?:geschrieben|kritik|rezension) von|auteur|(?:ecrit|critique) par|(?:escrito|critica|resena) (?:por|de)|(?:scritto da|recensione di)|about the author',
  ],
  [
    'other',
    'developers?|publishers?|platforms?|isbn(?:-1[03])?|page count|seasons?|episodes?|network|creators?|created by|entwickler|plattform(?:en)?|verlag|seitenzahl|editeur|staffeln?|label|manufacturer|brand|price|servings|ingredients',
  ],
];

const labels = rows.map(([kind, source]) => [kind, new RegExp(`^(?:${source})$`)] as const);

/** Verbs that make a label without a colon at the start of a line or a sentence. */
const verbs =
  /(^|[.|·•,;–-]\s+)(directed by|written by|screenplay by|starring|réalisée? par|dirigid[ao] por|diretto da)\s+(?=[\p{Lu}\p{Lo}])/giu;

/** What a label says it is for; null for words that are none. "Director(s)" and "Release Date:" will do. */
export function findLabelKind(text: string): LabelKind | null {
  const folded = foldLetters(text.slice(0, 60))
    .replace(/\((?:s|in|innen|e|a|es|i)\)/g, '')
    .replace(/[\s:：.*_–-]+$|^[\s*_•·–-]+/g, '')
    .replace(/[’']/g, "'");
  if (folded === '' || folded.length > 40 || /[\d:：]/.test(folded)) return null;
  return labels.find(([, pattern]) => pattern.test(folded))?.[0] ?? null;
}

export interface Labelled {
  kind: LabelKind;
  label: string;
  /** What stands behind the label on its line; empty where nothing does. */
  value: string;
}

/** The label that ends where a colon stands: the whole start of a line, or else its last one to four words. */
function findLabelBefore(start: string): { kind: LabelKind; label: string } | null {
  const whole = findLabelKind(start);
  if (whole) return { kind: whole, label: start.trim() };
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

/** The labelled values of a line: "Director: A. Person · Stars: B. Person" has two. A line that is a label has an empty one. */
export function listLabelled(line: string): Labelled[] {
  if (line.length > maxLineLength) return [];
  const alone = findLabelKind(line);
  if (alone) return [{ kind: alone, label: line, value: '' }];
  const text = line.length < 300 ? line.replace(verbs, '$1$2: ') : line;
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
    const value = text.slice(from, end).replace(/^[\s–-]+|[\s|·•,;(–-]+$/g, '');
    return { kind, label, value };
  });
}
