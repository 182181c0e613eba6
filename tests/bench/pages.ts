// The pages that the bench generates, and the saved pages if they are available.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { films } from '../site/films.ts';

export interface BenchPage {
  name: string;
  /** The address it was saved from or generated for. */
  url: string;
  html: string;
}

const origin = 'https://films.marquee.example';

/** Returns a list of so many titles, which repeats those of the sample site. */
export function makeListPage(titles: number): BenchPage {
  const rows = Array.from({ length: titles }, (_, index) => {
    const film = films[index % films.length];
    return `<li><h3><a href="/films/${film?.slug}/?${index}">${film?.title} (${film?.year})</a></h3><p>A film directed by ${film?.director}</p></li>`;
  });
  return {
    name: `list of ${titles}`,
    url: `${origin}/bench/${titles}`,
    html: `<!doctype html><html lang="en"><title>Films</title><h1>Films</h1><ul>${rows.join('\n')}</ul></html>`,
  };
}

/** Returns prose as dense with links as an encyclopaedia: about 22,000 text nodes per megabyte. Neither it nor its address mentions films. */
export function makeProsePage(megabytes: number): BenchPage {
  const paragraph =
    '<p class="paragraph-with-a-class" data-row="17">The <a href="/wiki/River" title="River">river</a> rises in the <i>northern</i> hills ' +
    'and runs <b>south</b> past <a href="/wiki/Mill_Town" class="link">the mill town</a> to the sea<sup id="cite-7"><a href="#note">[7]</a></sup>.</p>\n';
  const body = paragraph.repeat(Math.round((megabytes * 1_000_000) / paragraph.length));
  return {
    name: `prose of ${megabytes} MB`,
    url: `https://encyclopaedia.example/prose-${megabytes}`,
    html: `<!doctype html><html lang="en"><title>A river</title><h1>A river</h1>${body}</html>`,
  };
}

/** Returns the pages of a corpus folder (`pages.tsv`: path, tab, address); none without such a folder. */
export function readCorpusPages(folder: string): BenchPage[] {
  const list = join(folder, 'pages.tsv');
  if (!existsSync(list)) return [];
  return readFileSync(list, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [path, url] = line.split('\t');
      const file = join(folder, 'pages', path ?? '');
      return path && url && existsSync(file) ? [{ name: path, url, html: readFileSync(file, 'utf8') }] : [];
    });
}
