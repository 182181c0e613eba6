import { readDay, toNoon } from '../dates.ts';
import { RowFault } from '../faults.ts';
import { createStory, type Story } from '../story.ts';
import { hasColumns, readTable, type TableRow } from '../table.ts';
import { listTags, readRating, readTitle, readYear, starScale } from '../values.ts';
import type { FileFormat, Place, ReadEntry, Reading, ReadOptions, SourceFile } from '../types.ts';
import type { FilmSeed, RatingValue } from '../../watchlog/types.ts';
import { isUploadTable, readUploadRow, readUploadWish } from './letterboxd-upload.ts';
import { isLetterboxdFeed, listFeedItems, type FeedItem } from './letterboxd-feed.ts';

/** What a file of the export is about. */
type Role = 'diary' | 'reviews' | 'ratings' | 'watched' | 'watchlist' | 'likes' | 'list' | 'upload' | 'feed';

const isListHeader = (cells: string[]): boolean => hasColumns(cells, 'Position', 'Name', 'Year', 'URL');

/** watched.csv, watchlist.csv and likes/films.csv have one header: only the name tells them apart. */
function findRoleByName({ name, folder }: SourceFile): Role | null {
  if (folder === 'likes' || /like|^films\.csv$/i.test(name)) return 'likes';
  if (/watch-?list/i.test(name)) return 'watchlist';
  return /watched/i.test(name) ? 'watched' : null;
}

function findRole(file: SourceFile): Role | null {
  const { header, text, folder } = file;
  if (folder === 'deleted' || folder === 'orphaned') return null;
  if (isLetterboxdFeed(text)) return 'feed';
  if (isUploadTable(header)) return 'upload';
  if (/^(?:\S* )?Letterboxd list export/i.test(text.slice(0, 60)) || isListFile(file)) return 'list';
  if (!hasColumns(header, 'Name', 'Year', 'Letterboxd URI')) return null;
  if (hasColumns(header, 'Review')) return 'reviews';
  if (hasColumns(header, 'Watched Date')) return 'diary';
  return hasColumns(header, 'Rating') ? 'ratings' : findRoleByName(file);
}

function isListFile({ header, text }: SourceFile): boolean {
  return (
    isListHeader(header) ||
    (hasColumns(header, 'Date', 'Name', 'Tags', 'URL', 'Description') &&
      /^position,name,year,url,description/im.test(text.slice(0, 100_000)))
  );
}

/** What the files of one export share while they are read. */
interface Export {
  story: Story;
  /** Viewings by the address that diary and reviews have in common. */
  byAddress: Map<string, ReadEntry>;
  /** Names of what the feed says are series. */
  series: Set<string>;
  /** The address that bears a name in the files about films. */
  addressOfName: Map<string, string>;
  /** Films that share their name with another, by address. */
  twins: Map<string, FilmSeed>;
  /** Viewings that the feed has confirmed, each once. */
  confirmed: Set<ReadEntry>;
}

const nameOf = (title: string, year: number | null): string => `${title}\n${year ?? ''}`;

/** The film of a row. Never by its address, which is the viewing's in diary and reviews and the film's elsewhere. */
function readFilm({ story, series }: Export, row: TableRow): FilmSeed {
  const title = readTitle(row.text('Name'), row.column('Name'));
  const year = readYear(row.text('Year'), row.column('Year'));
  if (series.has(nameOf(title, year))) {
    throw new RowFault('series', row.column('Name'), 'the feed says that this is a series.');
  }
  return story.film({ title, year, refs: [] });
}

function readStars(row: TableRow): RatingValue | null {
  const raw = row.text('Rating');
  return raw === '' ? null : readRating(raw, row.column('Rating'), starScale).value;
}

function readLoggedAt({ story }: Export, row: TableRow): number | null {
  return toNoon(readDay(row.text('Date'), row.column('Date'), story.findDay)?.day ?? null);
}

function readDiaryRow(files: Export, row: TableRow): void {
  const { story, byAddress } = files;
  const address = row.text('Letterboxd URI');
  const watched = readDay(row.text('Watched Date'), row.column('Watched Date'), story.findDay);
  const parts = {
    film: readFilm(files, row),
    watchedOn: watched?.day ?? null,
    loggedAt: readLoggedAt(files, row),
    rating: readStars(row),
    rewatch: /^(?:yes|true)$/i.test(row.text('Rewatch')),
    tags: listTags(row.text('Tags')),
    sourceId: address === '' ? null : `letterboxd:${address}`,
    from: row.from,
  };
  const key = address === '' ? `${nameOf(parts.film.title, parts.film.year)}\n${parts.watchedOn}` : address;
  story.claim(`viewing ${key}`, null, 'this viewing stands in the files before.');
  byAddress.set(key, story.addEntry(parts));
}

/** A review belongs to the viewing of its address; without one it is a viewing of its own, perhaps at no known time. */
function readReviewRow(files: Export, row: TableRow): void {
  const { story, byAddress } = files;
  const address = row.text('Letterboxd URI');
  const film = readFilm(files, row);
  const watched = readDay(row.text('Watched Date'), row.column('Watched Date'), story.findDay);
  const key = address === '' ? `${nameOf(film.title, film.year)}\n${watched?.day ?? null}` : address;
  const review = { review: row.text('Review'), tags: listTags(row.text('Tags')), rating: readStars(row) };
  story.claim(`review ${key}`, null, 'this review stands in the files before.');
  const known = byAddress.get(key);
  if (known) {
    known.review = review.review;
    if (known.tags.length === 0) known.tags = review.tags;
    known.rating ??= review.rating;
    return;
  }
  const entry = story.addEntry({
    film,
    watchedOn: watched?.day ?? null,
    loggedAt: readLoggedAt(files, row),
    rewatch: /^(?:yes|true)$/i.test(row.text('Rewatch')),
    sourceId: address === '' ? null : `letterboxd:${address}`,
    from: row.from,
    ...review,
  });
  byAddress.set(key, entry);
}

/** In the files about films two addresses under one name are two films; the diary's rows go to the first. */
function readNamedFilm(files: Export, row: TableRow): FilmSeed {
  const film = readFilm(files, row);
  const address = row.text('Letterboxd URI');
  const name = nameOf(film.title, film.year);
  const known = files.addressOfName.get(name);
  if (address === '' || known === undefined || known === address) {
    files.addressOfName.set(name, address);
    return film;
  }
  const twin = files.twins.get(address) ?? { title: film.title, year: film.year, refs: [] };
  files.twins.set(address, twin);
  return twin;
}

function readRatingRow(files: Export, row: TableRow): void {
  const film = readNamedFilm(files, row);
  const value = readStars(row);
  if (value === null) throw new RowFault('missing-rating', row.column('Rating'), 'the rating is missing.');
  const isNew = files.story.addRating({ film, value, ratedAt: readLoggedAt(files, row), from: row.from });
  if (!isNew) throw new RowFault('duplicate', null, 'this film is rated in the files before.');
}

function readWatchedRow(files: Export, row: TableRow): void {
  const film = readNamedFilm(files, row);
  const viewings = files.story.entriesOf(film);
  if (viewings.some(({ isSeenMark }) => isSeenMark)) {
    throw new RowFault('duplicate', null, 'this film stands in the file before.');
  }
  if (viewings.length > 0) return;
  const loggedAt = readLoggedAt(files, row);
  files.story.addEntry({ film, watchedOn: null, loggedAt, isSeenMark: true, from: row.from });
}

function readWatchlistRow(files: Export, row: TableRow): void {
  const film = readNamedFilm(files, row);
  if (!files.story.addToWatchlist({ film, addedAt: readLoggedAt(files, row), from: row.from })) {
    throw new RowFault('duplicate', null, 'this film stands on the watchlist before.');
  }
}

function readLikeRow(files: Export, row: TableRow): void {
  if (!files.story.addLike(readNamedFilm(files, row), row.from)) {
    throw new RowFault('duplicate', null, 'this film is liked before.');
  }
}

function readListFile(files: Export, file: SourceFile): void {
  const { story } = files;
  const items: { film: FilmSeed; note: string }[] = [];
  story.eachRow(readTable(file, isListHeader).rows, (row) => {
    items.push({ film: readFilm(files, row), note: row.text('Description') });
  });
  const [about] = readTable(file, (cells) => hasColumns(cells, 'Date', 'Name', 'Tags')).rows;
  story.addList({
    name: about?.text('Name') || file.name.replace(/\.csv$/i, ''),
    description: about?.text('Description') ?? '',
    items,
  });
}

/** The feed's last viewings confirm those of the tables with an id; what no table has is a viewing of its own. */
function readFeedItem(files: Export, item: FeedItem): void {
  const { story } = files;
  if (item.isSeries) throw new RowFault('series', null, `${item.title} is a series.`);
  const { title, year, refs } = item;
  const film = story.film({ title, year, refs });
  const isSame = ({ watchedOn, sourceId }: ReadEntry): boolean =>
    watchedOn === item.watchedOn && sourceId?.startsWith('letterboxd-feed:') !== true;
  const known = story.entriesOf(film).find((entry) => isSame(entry) && !files.confirmed.has(entry));
  if (known) files.confirmed.add(known);
  else {
    const { watchedOn, rating, rewatch, review, from } = item;
    story.claim(`feed ${item.id}`, null, 'this viewing stands in the feed before.');
    story.addEntry({
      film,
      watchedOn,
      rating,
      rewatch,
      review,
      from,
      sourceId: `letterboxd-feed:${item.id}`,
    });
  }
  if (item.isLiked) story.addLike(film, item.from);
}

/** The tables that Letterboxd takes in; a film that is only said to be seen is one viewing at no known time. */
function readUploads(story: Story, sources: SourceFile[]): void {
  const seen = new Map<FilmSeed, Place>();
  for (const file of sources) {
    const isWatchlist = /watch-?list/i.test(file.name);
    story.eachRow(readTable(file).rows, (row) =>
      isWatchlist ? readUploadWish(story, row) : readUploadRow(story, row, seen),
    );
  }
  for (const [film, from] of seen) {
    if (story.entriesOf(film).length === 0) story.addEntry({ film, watchedOn: null, isSeenMark: true, from });
  }
}

const rowReaders: [Role, (files: Export, row: TableRow) => void][] = [
  ['diary', readDiaryRow],
  ['reviews', readReviewRow],
  ['ratings', readRatingRow],
  ['watched', readWatchedRow],
  ['watchlist', readWatchlistRow],
  ['likes', readLikeRow],
];

function readFiles(sources: SourceFile[], options: ReadOptions): Reading {
  const story = createStory('letterboxd', options);
  const feed = sources.filter((file) => findRole(file) === 'feed').flatMap(listFeedItems);
  const files: Export = {
    story,
    byAddress: new Map(),
    series: new Set(feed.filter(({ isSeries }) => isSeries).map(({ title, year }) => nameOf(title, year))),
    addressOfName: new Map(),
    twins: new Map(),
    confirmed: new Set(),
  };
  const ofRole = (role: Role): SourceFile[] => sources.filter((file) => findRole(file) === role);
  for (const [role, readRow] of rowReaders) {
    for (const file of ofRole(role)) story.eachRow(readTable(file).rows, (row) => readRow(files, row));
  }
  readUploads(story, ofRole('upload'));
  for (const file of ofRole('list')) readListFile(files, file);
  for (const item of feed) story.attempt(item.from, () => readFeedItem(files, item));
  return story.finish({ fileNames: sources.map(({ name }) => name), countsRewatches: false });
}

/**
 * Letterboxd: the tables of its export, together or each alone, the table it takes in, and its feed. Diary, reviews,
 * ratings, watched films, watchlist, likes and lists overlap; here they are one story in which nothing counts twice.
 */
export const letterboxd: FileFormat = {
  id: 'letterboxd',
  name: 'Letterboxd',
  recognise: (files) => files.filter((file) => findRole(file) !== null),
  read: readFiles,
};
