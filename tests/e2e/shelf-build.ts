// The build that is shipped but for its shelf.
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import type { SourceScore } from '../../lib/reviews/types.ts';
import { buildShelf } from '../../lib/shelf/build/build-shelf.ts';
import { makeFilm } from '../../lib/shelf/build/make-film.ts';
import { starterInfo } from '../../lib/shelf/build/vega.ts';
import { formatContainer } from '../../lib/shelf/container.ts';
import { starterShelfPath } from '../../lib/shelf/starter.ts';

const score: SourceScore = {
  source: 'imdb',
  sourceName: 'IMDb',
  kind: 'audience',
  value: 7,
  worst: 1,
  best: 10,
  count: 100,
  url: null,
  licence: null,
  asOf: '2010',
  note: null,
};

export interface ShelfBuild {
  /** Folder of the unpacked extension. */
  extension: string;
  remove(): void;
}

/** Copies a build and puts a shelf of these films, each with a score, in the place of its starter shelf. */
export async function writeShelfBuild(
  build: 'chrome-mv3' | 'chrome-mv3-sample',
  name: string,
  films: { title: string; year: number }[],
): Promise<ShelfBuild> {
  const extension = `.output/chrome-mv3-${name}`;
  const remove = () => rmSync(extension, { recursive: true, force: true });
  remove();
  cpSync(`.output/${build}`, extension, { recursive: true });
  const shelved = films.map(({ title, year }) => ({ film: makeFilm({ title, year }), scores: [score] }));
  const { manifest, shards } = await buildShelf(shelved, starterInfo, { minFilmsPerShard: 8 });
  writeFileSync(`${extension}/${starterShelfPath}`, formatContainer(manifest, shards));
  return { extension, remove };
}
