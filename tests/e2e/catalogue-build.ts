// A copy of a build with another built-in catalogue.
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import type { SourceScore } from '../../lib/films/review-types.ts';
import { buildCatalogue } from '../../lib/catalogue/builder/build-catalogue.ts';
import { makeFilm } from '../../lib/films/make-film.ts';
import { starterInfo } from '../../lib/catalogue/builder/vega.ts';
import { formatContainer } from '../../lib/catalogue/container.ts';
import { builtInCataloguePath } from '../../lib/catalogue/built-in.ts';

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

export interface CatalogueBuild {
  /** The folder of the unpacked extension. */
  extension: string;
  remove(): void;
}

/** Copies a build and replaces its built-in catalogue with one of these films, each with a score. */
export async function writeCatalogueBuild(
  build: 'chrome-mv3' | 'chrome-mv3-sample',
  name: string,
  films: { title: string; year: number }[],
): Promise<CatalogueBuild> {
  const extension = `.output/chrome-mv3-${name}`;
  const remove = () => rmSync(extension, { recursive: true, force: true });
  remove();
  cpSync(`.output/${build}`, extension, { recursive: true });
  const catalogued = films.map(({ title, year }) => ({ film: makeFilm({ title, year }), scores: [score] }));
  const { manifest, shards } = await buildCatalogue(catalogued, starterInfo, { minFilmsPerShard: 8 });
  writeFileSync(`${extension}/${builtInCataloguePath}`, formatContainer(manifest, shards));
  return { extension, remove };
}
