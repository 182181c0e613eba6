import { listEnumerated, mayEnumerate } from './enumerations.ts';
import { findByFacts } from './film-page.ts';
import { readLabelledNames } from './labelled-names.ts';
import { readListHeadings } from '../readers/list-headings.ts';
import { readRows } from './rows.ts';
import { readShapes } from './shapes.ts';
import type { ListContext, ListReader } from '../text-types.ts';
import type { Sighting } from '../types.ts';

/** Reads lists of unknown sites, and film pages without structured data. */
export const listReader: ListReader = {
  read: readLists,
  mayEnumerate,
  listEnumerated,
  findByFacts: (page, { labels }, headings, isOfOtherWorks) =>
    findByFacts(page, labels, headings, isOfOtherWorks),
};

function* readLists({ page, index, isAside, words, tables }: ListContext): Generator<Sighting | null> {
  const read = yield* readListHeadings(index.headings, page, { isAside, words });
  yield* readRows(index.labels, index.headings, { page, isAside, tables });
  yield* readLabelledNames(index.labels, page, isAside);
  yield* readShapes(index.outline, page, isAside, { tables, read });
}
