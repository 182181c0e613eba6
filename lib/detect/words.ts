import type { WorkKind } from '../films/types.ts';

/**
 * Words that tell what a text is about, in the languages of the sites that are known: whole words, and with a hyphen
 * behind them beginnings of words. Words that belong to several kinds (season of the year, director of a firm) are left
 * out. Looked up word by word: a pattern of all of them would take longer to build than most pages to read.
 */
const vocabularies: [WorkKind, string][] = [
  [
    'film',
    'film films movie movies filmmaker filmmakers filmmaking filming filmed cinema cinemas cinematic screenplay screenwriter ' +
      'screenwriters biopic biopics thriller thrillers blockbuster blockbusters documentary documentaries box-office co-star ' +
      'co-stars co-starred co-starring costar starring director directors directed dir oscar oscars remake remakes ' +
      'sequel sequels prequel prequels feature-length cinematographer cinematography kino kinos kinofilm filme filmen filmes ' +
      'spielfilm- dokumentarfilm- regie regisseur regisseurin drehbuch leinwand cinéma réalisateur réalisatrice réalisé ' +
      'long-métrage scénario scénariste película películas pelis cine directora dirigida dirigido rodaje cortometraje ' +
      'cinematográfico cinematográfica regista regia pellicola pellicole diretor diretora кино- фильм- режисс- сеанс- filmu filmy filmem filmech ' +
      'filmów filmowy filmowa filmowej filmie filmach filmet filmer filmerna filmi filmin filmja režie režisér- reżyser- snímek 电影 影片 映画 영화',
  ],
  ['episode', 'episode episodes epizod- épisode épisodes episodio episodios folge folgen эпизод- pilot'],
  [
    'series',
    'tv series sitcom sitcoms season seasons miniseries mini-series showrunner showrunners serie serien seriál- serial- staffel staffeln saison ' +
      'saisons temporada temporadas telenovela telenovelas tv-serie сериал- сезон- hbo bbc docuseries television broadcast emmy emmys soap',
  ],
  [
    'game',
    'game games gameplay gamer gamers playstation xbox nintendo steam rpg dlc spiel spiele spieles jeux vidéojeu videojuego videojuegos игр- console consoles',
  ],
  [
    'book',
    'novel novels book books novella novellas memoir memoirs bestseller bestsellers roman romane romans romanes buch bücher buches livre livres ' +
      'novela novelas libro libros роман- книг- paperback hardcover kindle autor autorin',
  ],
  [
    'album',
    'album albums song songs single singles lp lps track tracks tracklist alben lieder chanson chansons canción canciones альбом- band concert concerts',
  ],
  [
    'other',
    'play plays broadway theatre theater opera ballet podcast podcasts exhibition exhibitions app apps restaurant restaurants',
  ],
];

/** Length of the beginnings that stand for all words that begin so. */
const stemLength = 4;

interface Lexicon {
  words: Map<string, WorkKind>;
  stems: Map<string, [string, WorkKind][]>;
}

let lexicon: Lexicon | null = null;

/** Built when first needed: most pages need none. */
function loadLexicon(): Lexicon {
  if (lexicon) return lexicon;
  const words = new Map<string, WorkKind>();
  const stems = new Map<string, [string, WorkKind][]>();
  for (const [kind, vocabulary] of vocabularies) {
    for (const word of vocabulary.split(' ')) {
      if (!word.endsWith('-')) words.set(word, kind);
      else {
        const stem = word.slice(0, -1);
        const start = stem.slice(0, Math.min(stemLength, stem.length));
        stems.set(start, [...(stems.get(start) ?? []), [stem, kind]]);
      }
    }
  }
  lexicon = { words, stems };
  return lexicon;
}

/** Letters, digits, and hyphens within words; everything that is not a sign or a space. */
const wordPattern = /[^\s!-,./:-@[-`{-¿×÷‐‑–-⁞「-』《》、。]+/g;

function findWordKind(word: string): WorkKind | undefined {
  const { words, stems } = loadLexicon();
  const known = words.get(word);
  if (known !== undefined || word.length < 3) return known;
  for (let length = Math.min(stemLength, word.length); length >= 3; length -= 1) {
    const stem = stems.get(word.slice(0, length))?.find(([start]) => word.startsWith(start));
    if (stem) return stem[1];
  }
  return undefined;
}

function* listKinds(text: string): Generator<WorkKind> {
  for (const word of text.toLowerCase().match(wordPattern) ?? []) {
    const kind =
      findWordKind(word) ??
      (word.includes('-')
        ? word
            .split('-')
            .map(findWordKind)
            .find((one) => one !== undefined)
        : undefined);
    if (kind !== undefined) yield kind;
  }
}

/** Whether words of film stand in a text. */
export function hasFilmWords(text: string): boolean {
  for (const kind of listKinds(text)) if (kind === 'film') return true;
  return false;
}

/** The kind of another work whose words stand in a text, the most telling of them; null where none does. */
export function findOtherKind(text: string): WorkKind | null {
  const found = new Set(listKinds(text));
  return vocabularies.map(([kind]) => kind).find((kind) => kind !== 'film' && found.has(kind)) ?? null;
}

/** How many words of film, and of the other kind of work that has the most, stand in a text, which is cut at 20,000 characters. */
export function countKindWords(text: string): { film: number; other: number; otherKind: WorkKind | null } {
  const counts = new Map<WorkKind, number>();
  for (const kind of listKinds(text.slice(0, 20_000))) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const film = counts.get('film') ?? 0;
  counts.delete('film');
  const [most] = [...counts].sort((one, other) => other[1] - one[1]);
  return { film, other: most?.[1] ?? 0, otherKind: most?.[0] ?? null };
}
