// Pages that try to switch Marquee off, to detect it, or to act as its script, and pages that replace themselves.
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { films } from '../site/films.ts';
import { startSite, type SiteServer } from '../site/server.ts';
import { readBadges, waitForBadges, waitForBadgeText } from './badges.ts';
import { launchExtension, type ExtensionBrowser } from './browser.ts';
import { sendAsPage, sendAsScript } from './world.ts';

const origin = 'https://films.marquee.example';
const row = (title: string, year: number) =>
  `<li itemscope itemtype="https://schema.org/Movie"><h3 itemprop="name" data-text="${title}">${title}</h3>` +
  `<p>A film of <span itemprop="datePublished">${year}</span></p></li>`;
const rows = `<h1>Films</h1><ul>${row('Jaws', 1975)}${row('Alien', 1979)}</ul>`;

let site: SiteServer;
let browser: ExtensionBrowser;
beforeAll(async () => {
  site = await startSite();
  browser = await launchExtension({ site });
});
afterAll(async () => {
  await browser.close();
  await site.close();
});
const opened: Page[] = [];
afterEach(async () => {
  for (const page of opened.splice(0)) await page.close();
});

let made = 0;
async function open(body: string): Promise<Page> {
  const url = `${origin}/attack/${(made += 1)}`;
  site.put(url, `<!doctype html><html lang="en"><title>Films</title>${body}`);
  const page = await browser.open(url);
  opened.push(page);
  return page;
}

/** Films of the built-in catalogue with different titles, more than a tab is given at once and in the minutes of a test. */
const knownFilms = [
  ...new Map(
    readFileSync('data/films.tsv', 'utf8')
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t'))
      .filter(([title = '', , year, imdb]) => title.length > 20 && year !== '' && imdb !== '')
      .map(([title = '', , year]) => [title, { title, year: Number(year) }] as const),
  ).values(),
].slice(0, 2000);

const popups = () => browser.context.pages().filter((page) => page.url().includes('popup.html')).length;

const hint = (title: string, year: number) => ({
  hint: { title, alternativeTitles: [], year, directors: [], refs: [], kind: 'film', language: null },
  evidence: ['text'],
  confidence: 1,
  certainty: 'stated',
  isSubject: false,
  context: { yearBeside: true, setApart: true, filmWordsNear: true, namesNear: [] },
});

test('no event of the page removes badges, and none tells it that Marquee is there', async () => {
  const name = `${browser.extensionId}:begun`;
  const page = await open(
    `<script>heard = []; for (const name of ['${name}', 'marquee', 'marquee:begun']) addEventListener(name, ({ type }) => heard.push(type), true)</script>${rows}`,
  );
  await waitForBadges(page, 2);
  const heard = await page.evaluate((begun) => {
    const before = [...(window as unknown as { heard: string[] }).heard];
    for (const target of [window, document, document.documentElement])
      for (const type of [begun, 'wxt:content-script-started', 'unload', 'pagehide', 'beforeunload'])
        target.dispatchEvent(new CustomEvent(type, { bubbles: true }));
    postMessage({ type: 'wxt:content-script-started' }, '*');
    return before;
  }, name);
  expect(heard).toEqual([]);
  await page.waitForTimeout(500);
  expect(await readBadges(page)).toHaveLength(2);
});

test('a script that sends what it likes opens no popup without a gesture, and gets no stack', async () => {
  const page = await open(rows);
  await waitForBadges(page, 2);
  const requests = Array.from({ length: 20 }, () => ({ type: 'openPopupFor', data: hint('Jaws', 1975) }));
  const answers = await sendAsScript(browser, page, [
    ...requests,
    { type: 'rateFilm', data: { film: { title: 'Jaws', year: 1975, refs: [] }, value: 1 } },
    { type: 'identifyBatch', data: { hints: 'all' } },
    { type: 'constructor', data: null },
    { type: 'toString', data: null },
    { type: '__proto__', data: null },
  ]);
  expect(popups()).toBe(0);
  expect(answers.slice(0, 21)).toEqual(
    Array(21).fill({ err: { name: 'MessageError', message: 'message refused' } }),
  );
  expect(answers.slice(21)).toEqual([
    { err: { name: 'MessageError', message: 'message malformed' } },
    null,
    null,
    null,
  ]);
});

test('a script gets the ratings of titles only as far as the budget of its tab goes', async () => {
  const page = await open(rows);
  await waitForBadges(page, 2);
  await sendAsPage(browser, 'rateFilm', {
    film: { title: 'Jaws', year: 1975, refs: ['title:jaws:1975'] },
    value: 9,
  });
  const ask = async (type: string) => {
    const [answer] = await sendAsScript(browser, page, [{ type, data: { hints: [hint('Jaws', 1975)] } }]);
    return (answer?.res as { views: ({ own?: object } | null)[] }).views[0]?.own ?? null;
  };
  expect(await ask('identifyBatch')).toBeNull();
  expect(await ask('readOwnBatch')).toEqual({ rating: 9, watched: false });
});

test('a script that asks for more films than a tab may show gets no more ratings', async () => {
  const page = await open(rows);
  await waitForBadges(page, 2);
  // Neither one of the page, Jaws and Alien, nor of those that are asked for first: both are given.
  const { title, year } = films.find(
    (one) => one.title.length <= 20 && !['Jaws', 'Alien'].includes(one.title),
  )!;
  await sendAsPage(browser, 'rateFilm', { film: { title, year, refs: [] }, value: 9 });
  const askFor = async (hints: object[]) => {
    const [answer] = await sendAsScript(browser, page, [{ type: 'readOwnBatch', data: { hints } }]);
    return answer?.res as { views: ({ own?: object } | null)[]; withheld: number[] };
  };
  const many = knownFilms.map((one) => hint(one.title, one.year));
  let withheld = 0;
  for (let at = 0; at < many.length; at += 200)
    withheld += (await askFor(many.slice(at, at + 200))).withheld.length;
  expect(withheld).toBeGreaterThan(0);
  // Two more films a second may be shown: far fewer than are asked for before the one with a rating.
  const last = await askFor([...many.slice(-199), hint(title, year)]);
  expect(last.withheld).toContain(199);
  expect(last.views[199]).toBeNull();
});

const replacing: [string, () => unknown][] = [
  [
    'writes itself again',
    () => {
      document.open();
      document.write('<!doctype html><title>Films</title><h1>Films</h1><ul></ul>');
      document.close();
    },
  ],
  [
    'replaces its root element',
    () => document.documentElement.replaceWith(document.documentElement.cloneNode(false)),
  ],
];

test.each(replacing)(
  'a page that %s gets its badges again, and those of later rows',
  async (_what, replace) => {
    const page = await open(rows);
    await waitForBadges(page, 2);
    const body = await page.evaluate(() => {
      for (const badge of document.querySelectorAll('marquee-badge')) badge.remove();
      return new XMLSerializer().serializeToString(document.body);
    });
    await page.evaluate(replace);
    await page.evaluate((html) => {
      document.documentElement.append(document.body ?? document.createElement('body'));
      document.body.replaceChildren(...new DOMParser().parseFromString(html, 'text/html').body.childNodes);
    }, body);
    await waitForBadges(page, 2);
    await page.evaluate(
      (html) => {
        const list = new DOMParser().parseFromString(`<ul>${html}</ul>`, 'text/html').querySelector('li')!;
        document.querySelector('ul')!.append(list);
      },
      row('Inception', 2010),
    );
    await waitForBadgeText(page, /^Inception/);
    expect(await readBadges(page)).toHaveLength(3);
  },
);

test('a page that changes its address every 20 ms has its badges', async () => {
  const page = await open(
    `<script>let at = 0; setInterval(() => history.replaceState(null, '', '?at=' + (at += 1)), 20)</script>${rows}`,
  );
  await waitForBadges(page, 2);
  await page.waitForTimeout(3000);
  expect(await readBadges(page)).toHaveLength(2);
});

test.each([
  [
    'the titles of its headings',
    "for (const one of document.querySelectorAll('h3')) one.title = performance.now()",
  ],
  [
    'the texts of its headings',
    "for (const one of document.querySelectorAll('h3')) one.textContent = one.dataset.text",
  ],
  ['its own title', "document.title = 'Films ' + performance.now()"],
])('a page that writes %s at every frame has its badges', async (_what, change) => {
  const page = await open(
    `${rows}<script>(function change() { ${change}; requestAnimationFrame(change) })()</script>`,
  );
  await expect.poll(() => page.locator('marquee-badge').count()).toBe(2);
  await page.waitForTimeout(2500);
  expect(await page.locator('marquee-badge').count()).toBe(2);
});

test('films in open shadow roots have badges, also those added later and in nested roots', async () => {
  const page = await open(`<h1>Films</h1><div id="host"></div>`);
  await page.evaluate((html) => {
    const parse = (text: string) => [...new DOMParser().parseFromString(text, 'text/html').body.childNodes];
    const root = document.querySelector('#host')!.attachShadow({ mode: 'open' });
    root.append(...parse(html), document.createElement('section'));
    root
      .querySelector('section')!
      .attachShadow({ mode: 'open' })
      .append(...parse(html));
  }, rows);
  const count = () =>
    page.evaluate(() => {
      const outer = document.querySelector('#host')!.shadowRoot!;
      const inner = outer.querySelector('section')!.shadowRoot!;
      return [outer, inner].map((root) => root.querySelectorAll('marquee-badge').length).join();
    });
  await expect.poll(count).toBe('2,2');
  await page.evaluate(
    (html) => {
      const added = new DOMParser().parseFromString(`<ul>${html}</ul>`, 'text/html').querySelector('li')!;
      document.querySelector('#host')!.shadowRoot!.querySelector('ul')!.append(added);
    },
    row('Inception', 2010),
  );
  await expect.poll(count).toBe('3,2');
});

test('a list whose texts change by the thousand at every frame has badges, and loses those of other titles', async () => {
  const list = films.slice(0, 40).map(({ title, year }) => row(title, year));
  const page = await open(`<h1>Films</h1><ul>${list.join('')}</ul><div id="noise"></div>`);
  await waitForBadges(page, 35);
  await page.evaluate(() => {
    const noise = document.querySelector('#noise')!;
    const texts = Array.from({ length: 5000 }, () =>
      noise.appendChild(document.createElement('i')).appendChild(new Text('0')),
    );
    (function change() {
      for (const text of texts) text.data = String(performance.now());
      requestAnimationFrame(change);
    })();
  });
  await page.waitForTimeout(1500);
  expect(await page.locator('marquee-badge').count()).toBeGreaterThan(35);
  await page.evaluate(() => {
    document.querySelector('li h3')!.textContent = 'Nothing that is a film';
  });
  await expect.poll(() => page.locator('li:first-child marquee-badge').count()).toBe(0);
});
