import type { WorkKind } from '../films/types.ts';

/**
 * Words for a film, in the languages of the known sites and 30 others. A trailing hyphen marks a beginning. Compounds and
 * forms of "film" itself follow from rules (`isFilmNoun`).
 */
const filmNouns =
  'movie movies flick biopic biopics blockbuster- documentary documentaries docudrama mockumentary spielfilm- streifen doku dokus dokumentation dokumentar- ' +
  'documentaire- long-métrage court-métrage métrage película- pelicula- pelikula pellicol- cinta largometraje- cortometraje- documental- lungometraggi- cortometraggi- ' +
  'documentari- documentário- longa-metragem longa curta-metragem curta dokument dokumentär- elokuva- kvikmynd- linateos- snímek snímk- ' +
  'pel·lícul- belgesel- phim filem ffilm фильм- фільм- филм- кинокартин- кинолент- картина картины картине картину лента ленте ленты лентата стрічка стрічки кінострічк- ' +
  'ταινία- ταινίες φιλμ ντοκιμαντέρ סרט הסרט בסרט סרטו סרטה סרטים הסרטים فيلم- أفلام الأفلام فیلم- فلم الفيلم بفيلم لفيلم फ़िल्म- फिल्म- सिनेमा चलचित्र- चित्रपट- চলচ্চিত্র- সিনেমা- ছবি ছবিটি ' +
  'ਫ਼ਿਲਮ ફિલ્મ- திரைப்பட- படம் సినిమా- చిత్రం സിനിമ- ചലച്ചിത്ര- ಚಲನಚಿತ್ರ- ಸಿನಿಮಾ- ภาพยนตร์ หนัง ფილმ- ֆիլմ-';

/** Words of scripts that write words without spaces between them, or join endings to them. */
const joinedWords: [WorkKind, RegExp][] = [
  ['series', /电视剧|電視劇|连续剧|連續劇|ドラマ|드라마|ละคร/],
  ['book', /小说|小說|小説|소설|นวนิยาย/],
  ['film', /影城|影院|上映|放映|상영/],
  ['film', /电影|電影|影片|映画|영화|ภาพยนตร์|หนัง/],
];

/** What a known word says: the kind of work, or that it is a noun for a film. */
type Word = WorkKind | 'noun';

/**
 * Words that reveal what a text is about, in the languages of the known sites. They match whole words; a
 * trailing hyphen marks the beginning of a word. Words of several kinds (season of the year, director of a
 * firm) are left out. A map is used because a pattern of all the words takes longer to build than most pages
 * take to read.
 */
const vocabularies: [Word, string][] = [
  ['noun', filmNouns],
  [
    'film',
    'filmed filmf- filmi- filmk- filmm- filmo- filmp- filmsk- cinema- screenplay screenwriter- thriller- box-office co-star- costar starring ' +
      'director- directed dir oscar- remake- sequel- prequel- feature-length kino kinos kinot kinoprog- ' +
      'regie drehbuch leinwand cinéma réalisateur réalisatrice réalisé scénario scénariste pelis cine cines cartelera directora dirigida dirigido ' +
      'rodaje cinematográf- regista regia diretor diretora кино- кіно- режис- сеанс- kina režie režis- reżys- rendező ohjaa- regiss- yönetmen- sinema- κινημ- σκηνοθ- σινεμ- biograf- bioskop- ' +
      'במאי- קולנוע הקרנ- سينما- سینما',
  ],
  ['episode', 'episode episodes epizod- épisode épisodes episodio episodios folge folgen эпизод- pilot'],
  [
    'series',
    'tv series sitcom sitcoms season seasons miniseries mini-series showrunner- serie serien série séries seriál- serial- staffel- saison ' +
      'saisons temporada- telenovela- tv-serie сериал- сезон- hbo bbc docuseries television broadcast emmy emmys soap',
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
    'album albums song songs single singles lp lps track tracks tracklist alben disco discos lieder chanson chansons canción canciones альбом- band concert concerts',
  ],
  [
    'other',
    'play plays broadway theatre theater opera ballet teatr- théâtre divadl- театр- színház- θέατρ- podcast podcasts exhibition exhibitions app apps restaurant restaurants',
  ],
];

/** Length of the word beginnings that index the stems, in UTF-16 units. */
const stemLength = 4;
const hyphen = 45;

/**
 * Bits in `marks` for the hash of a word or of a stem's beginning: other words of a text are skipped without
 * slicing.
 */
const wordMark = 1;
const stemMark = 2;
const markCount = 8192;

interface Lexicon {
  words: Map<string, Word>;
  stems: Map<string, [string, Word][]>;
  marks: Uint8Array;
}

let lexicon: Lexicon | null = null;

/** The vocabulary as maps; built at the first call, because most pages need none. */
function loadLexicon(): Lexicon {
  if (lexicon) return lexicon;
  const words = new Map<string, Word>();
  const stems = new Map<string, [string, Word][]>();
  const marks = new Uint8Array(markCount);
  const mark = (text: string, bit: number): void => {
    let hash = 0;
    for (let at = 0; at < text.length; at += 1) hash = addToHash(hash, text.charCodeAt(at));
    const index = markIndexOf(hash);
    marks[index] = (marks[index] ?? 0) | bit;
  };
  for (const [kind, vocabulary] of vocabularies) {
    for (const word of vocabulary.split(' ')) {
      if (!word.endsWith('-')) {
        words.set(word, kind);
        mark(word, wordMark);
      } else {
        const stem = word.slice(0, -1);
        const start = stem.slice(0, Math.min(stemLength, stem.length));
        stems.set(start, [...(stems.get(start) ?? []), [stem, kind]]);
        mark(start, stemMark);
      }
    }
  }
  lexicon = { words, stems, marks };
  return lexicon;
}

/**
 * Adds a character to a hash that ignores case: capitals differ above the fifth bit, except in the Latin
 * Extended-A block.
 */
const addToHash = (hash: number, code: number): number =>
  (Math.imul(hash, 31) + (code < 0x100 || code > 0x17f ? code & 31 : 7)) | 0;
const markIndexOf = (hash: number): number => (hash ^ (hash >>> 15)) & (markCount - 1);

/**
 * Whether a character is part of a word: letters, digits and hyphens, so anything but spaces and other signs.
 */
function isWordSign(code: number): boolean {
  if (code < 0xc0)
    return (
      (code > 96 && code < 123) || (code > 47 && code < 58) || code === hyphen || (code > 64 && code < 91)
    );
  if (code < 0x2000) return code !== 0xd7 && code !== 0xf7 && code !== 0x1680;
  if (code < 0x2060) return false;
  return !(code >= 0x3000 && code <= 0x300f) && code !== 0xfeff;
}

/** Whether a character is of a script that `joinedWords` has words of. */
const isJoined = (code: number): boolean => code >= 0x3040 || (code >= 0xe00 && code < 0xe80);

/** Forms and compounds of "film" in languages with Latin letters: "filmul", "filmini", "Märchenfilm", "Kultfilme", "filmlerinde". */
const filmForm =
  /(?<!fernseh|tv-|tele)film(?!ing|ed|ic|set|fan|team)(?:[a-zà-ž]{0,3}|(?:ler|ek|jei|ide)[a-zà-ž]*)$/;

/** Whether a word in lower case means a film: "film", "Kultfilm", "documentary", "фильме", "昨日の映画". */
export function isFilmNoun(word: string): boolean {
  return (
    filmForm.test(word) ||
    /.doku(?:mentation)?$|.streifen$/.test(word) ||
    findWordKind(word) === 'noun' ||
    (isJoined(word.charCodeAt(0)) && joinedWords.at(-1)?.[1].test(word.slice(-12)) === true)
  );
}

function findWordKind(word: string): Word | undefined {
  const { words, stems } = loadLexicon();
  const known = words.get(word);
  if (known !== undefined || word.length < 3) return known;
  for (let length = Math.min(stemLength, word.length); length >= 3; length -= 1) {
    const stem = stems.get(word.slice(0, length))?.find(([start]) => word.startsWith(start));
    if (stem) return stem[1];
  }
  return undefined;
}

function findKind(word: string): WorkKind | undefined {
  const kind =
    findWordKind(word) ??
    (isJoined(word.charCodeAt(0)) ? joinedWords.find(([, words]) => words.test(word))?.[0] : undefined) ??
    (filmForm.test(word) ? 'film' : undefined) ??
    (word.includes('-')
      ? word
          .split('-')
          .map(findWordKind)
          .find((one) => one !== undefined)
      : undefined);
  return kind === 'noun' ? 'film' : kind;
}

/**
 * Calls `take` with the kind of each known word, in the order of the text, until it returns true. Hashes
 * words in place and slices only likely ones: 0.1 ms for 10,000 characters, against 0.3 ms by a pattern.
 */
function visitKinds(text: string, take: (kind: WorkKind) => boolean): void {
  const { marks } = loadLexicon();
  for (let at = 0; at < text.length; at += 1) {
    const start = at;
    let hash = 0;
    let isLikely = false;
    for (; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (!isWordSign(code)) break;
      hash = addToHash(hash, code);
      const length = at - start + 1;
      if (
        code === hyphen ||
        isJoined(code) ||
        (length >= 3 && length <= stemLength && (marks[markIndexOf(hash)] ?? 0) & stemMark)
      )
        isLikely = true;
    }
    if (at === start) continue;
    // A compound of "film": its hash is not known.
    const endsInFilm =
      (text.charCodeAt(at - 1) | 32) === 109 && text.slice(at - 4, at).toLowerCase() === 'film';
    if (!(isLikely || endsInFilm || (marks[markIndexOf(hash)] ?? 0) & wordMark)) continue;
    const kind = findKind(text.slice(start, at).toLowerCase());
    if (kind !== undefined && take(kind)) return;
  }
}

/** Whether a text contains a word about film. */
export function hasFilmWords(text: string): boolean {
  let isFound = false;
  visitKinds(text, (kind) => (isFound = kind === 'film'));
  return isFound;
}

/** The kind of another work whose words a text contains, the most specific one; null if there are none. */
export function findOtherKind(text: string): WorkKind | null {
  const found = new Set<WorkKind>();
  visitKinds(text, (kind) => {
    found.add(kind);
    return false;
  });
  if (found.size === 0) return null;
  found.delete('film');
  return (
    vocabularies
      .map(([kind]) => kind)
      .filter((kind) => kind !== 'noun')
      .find((kind) => found.has(kind)) ?? null
  );
}

/** How many film words a text contains, and how many words of the most frequent other kind. */
export interface KindWords {
  film: number;
  other: number;
  otherKind: WorkKind | null;
}

/**
 * Counts the film words, and the words of the most frequent other kind, in the first 20,000 characters of a
 * text.
 */
export function countKindWords(text: string): KindWords {
  const counts = new Map<WorkKind, number>();
  visitKinds(text.slice(0, 20_000), (kind) => {
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    return false;
  });
  const film = counts.get('film') ?? 0;
  counts.delete('film');
  const [most] = [...counts].sort((one, other) => other[1] - one[1]);
  return { film, other: most?.[1] ?? 0, otherKind: most?.[0] ?? null };
}
