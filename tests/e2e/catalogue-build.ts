// A copy of a build with another built-in catalogue.
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import type { BuiltInFilm } from '../../lib/catalogue/built-in/built-in-film.ts';
import { makeBuiltInData, makeBuiltInFilm } from '../../lib/catalogue/built-in/built-in.fixture.ts';
import { builtInCataloguePath } from '../../lib/catalogue/built-in/path.ts';
import { formatBuiltIn } from '../../lib/catalogue/built-in/write-built-in.ts';

export interface CatalogueBuild {
  /** The folder of the unpacked extension. */
  extension: string;
  remove(): void;
}

/** Copies a build and replaces its built-in catalogue with one of these films, which have an audience score of 70 if no other. */
export async function writeCatalogueBuild(
  build: 'chrome-mv3' | 'chrome-mv3-sample' | 'chrome-mv3-granted',
  name: string,
  films: (Pick<BuiltInFilm, 'title'> & Partial<BuiltInFilm>)[],
): Promise<CatalogueBuild> {
  const extension = `.output/chrome-mv3-${name}`;
  const remove = () => rmSync(extension, { recursive: true, force: true });
  remove();
  cpSync(`.output/${build}`, extension, { recursive: true });
  const catalogued = films.map((film) => makeBuiltInFilm({ audience: 70, ...film }));
  writeFileSync(`${extension}/${builtInCataloguePath}`, await formatBuiltIn(makeBuiltInData(catalogued)));
  return { extension, remove };
}
