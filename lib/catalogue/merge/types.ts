/** What kind of film it is: '' is a feature; films made for television and shorts are marked. */
export type Form = '' | 'short' | 'tv';

/**
 * The sources of facts, in the order in which they are joined. The first is the base. An earlier
 * table comes next: it has the ids and titles by which the others find their films.
 */
export const sourceIds = [
  'omdb',
  'previous',
  'cannes',
  'oscars',
  'rottentomatoes',
  'wikipedia',
  'sightandsound2022',
  'sightandsound2012',
] as const;
export type SourceId = (typeof sourceIds)[number];

/** The ids of a film. Rotten Tomatoes' is the last part of its page's address, `parasite_2019`. */
export interface FilmIds {
  imdb: string | null;
  wikidata: string | null;
  tmdb: string | null;
  rottentomatoes: string | null;
}

/** Signs of how well known a film is. None of them is written into the table. */
export interface Fame {
  /** Votes on omdb.org. */
  votes?: number;
  /** Gross in US dollars. */
  boxOffice?: number;
  /** Ballots of the Sight and Sound poll that name it. */
  ballots?: number;
  nominations?: number;
  wins?: number;
  /** Length of the lead of its Wikipedia article, in characters. */
  leadLength?: number;
  /** A value from 0 to 100 that an earlier merge computed. */
  known?: number;
}

/** One film as one source describes it. */
export interface SourceFilm extends FilmIds {
  source: SourceId;
  /** The row's name in its source, unique there; it orders rows and names them in the report. */
  key: string;
  /** The English title, if the source has one. */
  english: string | null;
  /** The title in the film's own language, if the source says that it is. */
  original: string | null;
  /** Other titles, and titles of unknown language. */
  others: string[];
  year: number | null;
  directors: string[];
  minutes: number | null;
  /** Codes as the source has them: ISO 3166-1 alpha-2, and SU, YU and the like. */
  countries: string[];
  /** ISO 639-1 codes. */
  languages: string[];
  /** Null if the source does not say. */
  form: Form | null;
  /** Whether the source calls it erotic: it stays only if another source names it too, as Blue Velvet. */
  isErotic: boolean;
  /** Rotten Tomatoes' Tomatometer of 2020, from 0 to 100. */
  critics: number | null;
  /** Rotten Tomatoes' audience score of 2020, from 0 to 100. */
  audience: number | null;
  fame: Fame;
}

/** What a source gives: its films, and how many rows it dropped, by reason. */
export interface SourceReading {
  films: SourceFilm[];
  dropped: Record<string, number>;
}

/** The texts of the files of a folder by their path in it, with `/`. */
export type SourceFiles = ReadonlyMap<string, string>;

/** One row of the finished table. */
export interface FilmFacts extends FilmIds {
  title: string;
  /** The original title; null if it is the title. */
  original: string | null;
  year: number | null;
  directors: string[];
  minutes: number | null;
  countries: string[];
  languages: string[];
  form: Form;
  others: string[];
  critics: number | null;
  audience: number | null;
  /** How well known the film is, from 0 to 100. */
  known: number;
}
