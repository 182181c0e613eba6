import { gzipSync } from 'node:zlib';
import { createContext, runInContext } from 'node:vm';
import { beforeAll, describe, expect, test } from 'vitest';
import { findScriptPath, scriptsOfListedSites } from '../lib/messaging/page-scripts.ts';
import { siteAdapters } from '../lib/sites/registry.ts';
import { buildPageScripts, checkChunks, type BuiltScript } from './page-scripts.ts';

let scripts: BuiltScript[];
beforeAll(async () => {
  scripts = await buildPageScripts(process.cwd());
});

const findScript = (path: string): BuiltScript => {
  const script = scripts.find((one) => one.path === path);
  if (!script) throw new Error(`There is no ${path}.`);
  return script;
};

test('no module is in two page scripts', () => {
  const modules = scripts.flatMap((script) => [...script.modules.keys()]);
  expect(modules.length).toBeGreaterThan(50);
  expect(modules.filter((id, at) => modules.indexOf(id) !== at)).toEqual([]);
});

/** The size of scripts as a server would send them, in bytes. */
const measure = (paths: string[]): number =>
  paths.reduce((sum, path) => sum + gzipSync(findScript(path).code, { level: 9 }).length, 0);

/** The most, in bytes, that a listed site loads until a film is found, and that its page with data and text loads with its badges. */
const [mostOnSite, mostWithTextOnSite] = [32_050, 57_750];

test.each(siteAdapters.map(({ id }) => id))('on %s the scripts stay small', (id) => {
  const site = `content-scripts/sites/${id}.js`;
  const untilFilm = ['content', 'reader', 'adapter'] as const;
  expect(measure([...untilFilm.map(findScriptPath), site])).toBeLessThanOrEqual(mostOnSite);
  const all = [...untilFilm, 'markup', 'text', 'badge'] as const;
  expect(measure([...all.map(findScriptPath), site])).toBeLessThanOrEqual(mostWithTextOnSite);
});

/**
 * The same for any other page, which has no adapter but the reader of lists. The aim for a page whose text names films is
 * 60,000. Few pages have data about works or a table, and the details of a badge are loaded when one opens.
 */
test.each([
  ['until a film is found', 25_150, []],
  ['of a page whose text names films', 62_150, ['text', 'lists', 'badge']],
  ['of a page that has data about works, too', 65_850, ['text', 'lists', 'badge', 'markup']],
  ['of a page that has everything', 70_700, ['text', 'lists', 'badge', 'markup', 'tables', 'details']],
] as const)('on other pages the scripts %s stay small', (_what, most, names) => {
  expect(measure((['content', 'reader', ...names] as const).map(findScriptPath))).toBeLessThanOrEqual(most);
});

/** Returns a fake page whose document is not HTML, so that the scripts read nothing. */
function openPage() {
  let started = 0;
  const page = {
    chrome: { runtime: { id: 'an-extension' } },
    document: { contentType: 'image/png' },
    HTMLDocument: class {},
    Document: class {
      // What a script does first when it starts.
      querySelectorAll(): unknown[] {
        started += 1;
        return [];
      }
    },
    AbortController,
    URL,
    addEventListener: () => undefined,
  };
  const context = createContext(page);
  return {
    put: (path: string): unknown => runInContext(findScript(path).code, context),
    listInstalled: () => Object.keys((page as { marquee?: object }).marquee ?? {}),
    countStarts: () => started,
  };
}

test('the scripts of a page share their modules through one global', () => {
  const page = openPage();
  const paths = [...scriptsOfListedSites, 'text' as const].map(findScriptPath);
  for (const path of [...paths, 'content-scripts/sites/imdb.js']) page.put(path);
  expect(page.listInstalled()).toEqual(['content', 'reader', 'adapter', 'badge', 'text', 'site']);
});

test('a script installs its modules once, and starts each time it is injected', () => {
  const page = openPage();
  for (const path of ['page-content.js', 'page-content.js']) page.put(path);
  expect(page.countStarts()).toBe(2);
  expect(page.listInstalled()).toEqual(['content']);
});

test('a script returns its result to the caller that injected it', () => {
  const page = openPage();
  page.put('page-content.js');
  expect(page.put('page-feeds.js')).toBeNull();
});

describe('the build stops', () => {
  const chunk = (name: string, modules: string[], imports: string[] = []) => ({
    name,
    fileName: `${name}.js`,
    imports,
    modules: Object.fromEntries(modules.map((id) => [id, {}])),
  });

  test('if a module would be in an extra script', () => {
    expect(() => checkChunks([chunk('content', ['a']), chunk('places', ['lib/b.ts'])])).toThrow('lib/b.ts');
  });

  test('if a script imports from a script that may not be in the page', () => {
    expect(() => checkChunks([chunk('feeds', ['a'], ['reader.js'])])).toThrow(
      /takes modules from reader\.js/,
    );
    expect(() => checkChunks([chunk('review', ['a'], ['content.js', 'reader.js'])])).not.toThrow();
  });

  test('if a module is in two scripts', () => {
    expect(() => checkChunks([chunk('content', ['a']), chunk('reader', ['a'])])).toThrow(/two page scripts/);
  });
});
