import { refKinds } from '../../films/id-systems.ts';
import type { RefKind } from '../../films/types.ts';
import { foldLetters } from '../../text/text.ts';
import type { ScoreKind } from '../../films/review-types.ts';

/**
 * The source and scale of a score column, and the field with its number of votes. The source `own` is the catalogue
 * itself.
 */
export interface ScoreColumn {
  source: string;
  sourceName: string;
  kind: ScoreKind;
  worst: number;
  best: number;
  countField: CountField | null;
}

export const countFields = [
  'tomatometerCount',
  'rtAudienceCount',
  'metascoreCount',
  'imdbVotes',
  'tmdbVotes',
  'criticsCount',
  'audienceCount',
] as const;
export type CountField = (typeof countFields)[number];

const rottenTomatoes = { source: 'rottentomatoes', sourceName: 'Rotten Tomatoes', worst: 0, best: 100 };
const own = { source: 'own', sourceName: '', worst: 0, best: 100 };

/** The score fields, on the scales that their sources use. */
export const scoreColumns = {
  tomatometer: { ...rottenTomatoes, kind: 'critics', countField: 'tomatometerCount' },
  rtAudience: { ...rottenTomatoes, kind: 'audience', countField: 'rtAudienceCount' },
  metascore: {
    source: 'metacritic',
    sourceName: 'Metacritic',
    kind: 'critics',
    worst: 0,
    best: 100,
    countField: 'metascoreCount',
  },
  imdbRating: {
    source: 'imdb',
    sourceName: 'IMDb',
    kind: 'audience',
    worst: 1,
    best: 10,
    countField: 'imdbVotes',
  },
  tmdbRating: {
    source: 'tmdb',
    sourceName: 'TMDB',
    kind: 'audience',
    worst: 0,
    best: 10,
    countField: 'tmdbVotes',
  },
  letterboxdRating: {
    source: 'letterboxd',
    sourceName: 'Letterboxd',
    kind: 'audience',
    worst: 0.5,
    best: 5,
    countField: null,
  },
  critics: { ...own, kind: 'critics', countField: 'criticsCount' },
  audience: { ...own, kind: 'audience', countField: 'audienceCount' },
} as const satisfies Record<string, ScoreColumn>;
export type ScoreField = keyof typeof scoreColumns;

const listFields = ['directors', 'writers', 'cast', 'genres', 'countries', 'languages'] as const;
type ListField = (typeof listFields)[number];
const plainFields = [
  'title',
  'originalTitle',
  'alternativeTitles',
  'year',
  'runtimeMinutes',
  'workKind',
] as const;
export type IdField = Exclude<RefKind, 'title'>;
/** The fields to which a column can be mapped. */
export type ColumnField = (typeof plainFields)[number] | ListField | IdField | ScoreField | CountField;

/** Other names of the fields, folded to letters and digits. A field's own name always matches, too. */
const synonyms: Partial<Record<ColumnField, string>> = {
  title: 'name movie film movietitle filmtitle primarytitle',
  originalTitle: 'originalname',
  alternativeTitles: 'alternativetitle aka akas alsoknownas aliases wikidatalabel label',
  year: 'releaseyear startyear date releasedate released premiered',
  runtimeMinutes: 'runtime runtimemins runningtime duration minutes',
  workKind: 'type titletype kind',
  directors: 'director directedby',
  writers: 'writer writtenby screenwriter screenwriters',
  cast: 'actors actor starring stars',
  genres: 'genre',
  countries: 'country',
  languages: 'language',
  imdb: 'imdbid const tconst',
  tmdb: 'tmdbid',
  wikidata: 'wikidataid qid',
  letterboxd: 'letterboxdslug letterboxduri',
  rottentomatoes: 'rtslug rottentomatoesslug rottentomatoesid rtid',
  metacritic: 'metacriticslug metacriticid',
  trakt: 'traktslug',
  tomatometer: 'rottentomatoesrating tomatometerscore criticscorert',
  tomatometerCount: 'tomatometerreviews',
  rtAudience: 'popcornmeter rtaudiencescore',
  metascore: 'metacriticscore',
  imdbRating: 'averagerating imdbscore',
  imdbVotes: 'numvotes',
  tmdbRating: 'voteaverage',
  tmdbVotes: 'votecount',
  critics: 'criticsscore criticscore score rating',
  audience: 'audiencescore userscore usersscore',
};

/** All fields to which a column can be mapped. */
export const allFields: readonly ColumnField[] = [
  ...plainFields,
  ...listFields,
  ...refKinds.filter((kind): kind is IdField => kind !== 'title'),
  ...(Object.keys(scoreColumns) as ScoreField[]),
  ...countFields,
];

/** Whether a field is an id of the film in another system. */
export function isIdField(field: ColumnField): field is IdField {
  return field !== 'title' && refKinds.some((kind) => kind === field);
}

/** Whether a field is a score. */
export function isScoreField(field: ColumnField): field is ScoreField {
  return Object.hasOwn(scoreColumns, field);
}

/** The name without case, spaces and punctuation, so that "IMDb ID", "imdb_id" and "imdbId" are equal. */
function foldName(name: string): string {
  return foldLetters(name).replace(/[^\p{L}\p{N}]+/gu, '');
}

/** A column and its field; `best` is the best value of its scale if it differs from the field's. */
export interface Column {
  position: number;
  field: ColumnField;
  best: number | null;
}

/**
 * Thrown if a header has no title column, or if `--map` names an unknown column or field. The message is shown to the
 * user.
 */
export class ColumnError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ColumnError';
  }
}

/** The field with a name or synonym; null if there is none. */
function findField(name: string): ColumnField | null {
  const folded = foldName(name);
  const known = allFields.find((field) => field.toLowerCase() === folded);
  return known ?? allFields.find((field) => synonyms[field]?.split(' ').includes(folded)) ?? null;
}

function parseTarget(name: string, position: number, target: string): Column | null {
  if (target === '-') return null;
  const [fieldName = '', best] = target.split('/');
  const field = findField(fieldName);
  if (field === null)
    throw new ColumnError(`"${name}" is mapped to "${fieldName}", which is none of: ${allFields.join(', ')}`);
  if (best === undefined) return { position, field, best: null };
  if (!(Number(best) > 0) || !isScoreField(field))
    throw new ColumnError(`"${target}": a scale is a score field, "/" and its best value`);
  return { position, field, best: Number(best) };
}

/** Finds the fields of columns like `matchColumns`, but does not require a title. */
export function findColumns(header: string[], mapping: Record<string, string> = {}): Column[] {
  const targets = new Map(Object.entries(mapping).map(([name, target]) => [foldName(name), target]));
  for (const name of Object.keys(mapping)) {
    if (!header.some((known) => foldName(known) === foldName(name)))
      throw new ColumnError(`there is no column "${name}" among: ${header.join(', ')}`);
  }
  const named = header.flatMap((name, position): Column[] => {
    const target = targets.get(foldName(name));
    const field = target === undefined ? findField(name) : null;
    const column =
      target === undefined ? field && { position, field, best: null } : parseTarget(name, position, target);
    return column ? [column] : [];
  });
  const isRottenTomatoes = named.some(({ field }) => field === 'tomatometer');
  const columns = named.map((column) => {
    const isMapped = targets.has(foldName(header[column.position] ?? ''));
    return column.field === 'audience' && isRottenTomatoes && !isMapped
      ? { ...column, field: 'rtAudience' as const }
      : column;
  });
  return columns.filter(
    ({ field }, index) => columns.findIndex((column) => column.field === field) === index,
  );
}

/**
 * Finds the fields of columns: by `mapping` (column name to field, "critics/10" for a scale of ten, "-" to skip the
 * column), otherwise by the column's name. The first column of a field wins. `audience` next to a Tomatometer is
 * Rotten Tomatoes' audience score. Throws `ColumnError` if there is no title column.
 */
export function matchColumns(header: string[], mapping: Record<string, string> = {}): Column[] {
  const firsts = findColumns(header, mapping);
  if (!firsts.some(({ field }) => field === 'title'))
    throw new ColumnError(
      `no column is a title among: ${header.join(', ')}; say which with --map COLUMN=title`,
    );
  return firsts;
}
