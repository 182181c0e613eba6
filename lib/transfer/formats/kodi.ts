import { RowFault, shorten } from '../../tables/faults.ts';
import type { ReasonKind } from '../../tables/types.ts';
import { listRefs, type Cells } from '../records/cells.ts';
import type { RecordParts } from '../records/film-record.ts';
import { createRecordFormat, listJsonRows } from '../records/record-format.ts';
import { listXmlItems } from '../records/xml-items.ts';
import { finePointScale, readTitle } from '../values.ts';
import type { FileFormat } from '../types.ts';

const elements = ['movie', 'tvshow', 'episodedetails', 'musicvideo'] as const;
const kinds: Record<string, ReasonKind> = {
  tvshow: 'series',
  episodedetails: 'episode',
  musicvideo: 'music-video',
};

function read(cells: Cells): RecordParts {
  const kind = kinds[cells.text('element')];
  if (kind !== undefined) throw new RowFault(kind, null, 'not-a-film', shorten(cells.text('title')));
  const plays = Math.max(cells.count('playcount'), cells.isYes('watched') ? 1 : 0);
  return {
    film: {
      title: readTitle(cells.text('title'), 'title'),
      originalTitle: cells.text('originaltitle') || null,
      year: cells.year('year', 'premiered', 'releasedate'),
      refs: listRefs({
        // A bare <id> is IMDb's, or a number of Kodi's own.
        imdb: cells.text('uniqueid_imdb', 'imdbid') || (/^tt\d+$/.exec(cells.text('id'))?.[0] ?? ''),
        tmdb: cells.text('uniqueid_tmdb', 'tmdbid'),
      }),
    },
    status: plays > 0 ? 'watched' : 'not-watched',
    days: plays > 0 ? [cells.day('lastplayed')] : [],
    plays,
    rating: cells.rating(finePointScale, 'userrating'),
  };
}

/** Kodi: the file of an exported library, and the files beside films. `rating` is everybody's. */
export const kodi: FileFormat = createRecordFormat({
  id: 'kodi',
  notes: {
    files: 'An exported library (videodb.xml) and the files of single films (nfo)',
    read: 'Films that were seen, as often as they were, with the last day; your ratings',
    left: 'Films that were not seen; series',
  },
  findRole: ({ text }) =>
    /^\uFEFF?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)?<(?:videodb|movie|tvshow|episodedetails|musicvideo)\b/i.test(
      text.slice(0, 2000),
    )
      ? 'films'
      : null,
  listRows: (file, role) => [{ role, rows: listJsonRows(file, listXmlItems(file.text, ...elements)) }],
  read,
});
