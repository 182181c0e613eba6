import { afterEach, beforeEach, expect, test, vi, type Mock } from 'vitest';
import { browser } from 'wxt/browser';
import { makeSiteReader } from '../../lib/detect/readers/adapter.ts';
import { makeSighting } from '../../lib/detect/sighting.ts';
import type { PageReading, Sighting } from '../../lib/detect/types.ts';
import type { BadgeView } from '../../lib/messaging/types.ts';
import { imdb } from '../../lib/sites/imdb.ts';
import { createPageFilms } from './page-films.ts';
import { selectSightings } from './read/select-sightings.ts';
import { beginVisit, type Visit } from './visit.ts';

const view: BadgeView = {
  kind: 'ambiguous',
  candidates: 2,
  label: { name: '', marks: [{ glyph: null, text: '' }] },
};
/** Each answer of the background that is still to come, with how many films it was asked for. */
let answers: { count: number; give: () => Promise<void> }[];
/** How often what shows films was made, and each sighting that it drew a badge at. */
let made: number;
let sightings: Sighting[];
/** Puts the script that was asked for into the page. */
let load: () => Promise<unknown>;
let visit: Visit;

const settle = () => new Promise<void>((done) => setTimeout(done, 20));
const watch = {
  quietly: (change: () => void) => change(),
  observe: () => undefined,
  observeTexts: () => undefined,
};

beforeEach(() => {
  [answers, made, sightings] = [[], 0, []];
  vi.stubGlobal('requestIdleCallback', (act: (idle: { timeRemaining(): number }) => void) =>
    queueMicrotask(() => act({ timeRemaining: () => 16 })),
  );
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      readonly notify: (entries: object[]) => void;
      constructor(notify: (entries: object[]) => void) {
        this.notify = notify;
      }
      observe(target: Element): void {
        queueMicrotask(() => this.notify([{ isIntersecting: false, target }]));
      }
      disconnect(): void {}
    },
  );
  vi.stubGlobal('matchMedia', () => new EventTarget());
  const respond = (message: unknown) => {
    const { type, data } = message as { type: string; data: { hints: unknown[] } };
    if (type === 'loadScript') return load();
    if (type === 'readOwnBatch') return Promise.resolve({ res: { views: [], withheld: [] } });
    return new Promise((resolve) => {
      const give = async () => {
        resolve({ res: { views: data.hints.map(() => view), badgesOn: true, asksInView: false } });
        await settle();
      };
      answers.push({ count: data.hints.length, give });
    });
  };
  const sendMessage = vi.spyOn(browser.runtime, 'sendMessage') as unknown as Mock<typeof respond>;
  sendMessage.mockImplementation(respond);
  // eslint-disable-next-line require-yield -- there is nothing to pause for
  const readPageInSteps = function* (): Generator<undefined, PageReading> {
    const nothing = { url: '', subject: null, nonfilms: [], review: null, language: null };
    return { ...nothing, mentions: sightings };
  };
  vi.stubGlobal('marquee', {
    site: { adapter: imdb },
    adapter: { makeSiteReader },
    reader: { readPageInSteps, selectSightings },
    badge: {
      takeGesture: () => false,
      createPageFilms: (...parts: Parameters<typeof createPageFilms>) => {
        made += 1;
        return createPageFilms(...parts);
      },
    },
  });
});
afterEach(() => {
  visit.end();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

async function begin(...titles: string[]): Promise<void> {
  sightings = titles.flatMap((title) => {
    const element = document.createElement('h3');
    element.textContent = title;
    document.body.append(element);
    return makeSighting({ title, element, evidence: 'link' }) ?? [];
  });
  visit = beginVisit(watch, () => undefined);
  await settle();
}

/** Lets the background answer what it was asked first. */
async function answer(): Promise<void> {
  const [first] = answers;
  if (!first) throw new Error('Nothing was asked.');
  await first.give();
}

const countBadges = () => document.querySelectorAll('marquee-badge').length;

test('a page without films asks for nothing, and makes nothing to show them with', async () => {
  await begin();
  await visit.refresh();
  expect([made, answers.length, (await visit.describe())?.films]).toEqual([0, 0, []]);
});

test('films are asked for and shown, and described to the popup', async () => {
  await begin('Her', 'Heat');
  expect(answers.map(({ count }) => count)).toEqual([2]);
  await answer();
  expect(countBadges()).toBe(2);
  const described = await visit.describe();
  expect(described?.films.map(({ hint }) => hint.title)).toEqual(['Her', 'Heat']);
});

test('films without a badge are described to the popup too, in the order of the page', async () => {
  await begin('Her', 'Heat', 'Ran');
  const [her] = document.querySelectorAll('h3');
  document.body.append(her!);
  expect(countBadges()).toBe(0);
  const described = await visit.describe();
  expect(described?.films.map(({ hint }) => hint.title)).toEqual(['Heat', 'Ran', 'Her']);
});

test('an answer that comes after the visit has ended shows nothing', async () => {
  await begin('Her');
  visit.end();
  await answer();
  expect(countBadges()).toBe(0);
});

test('a visit that ends while what shows films is loaded makes nothing', async () => {
  const { badge } = globalThis.marquee;
  delete globalThis.marquee.badge;
  const loading = Promise.withResolvers<void>();
  load = async () => {
    await loading.promise;
    globalThis.marquee.badge = badge;
    return {};
  };
  await begin('Her');
  visit.end();
  loading.resolve();
  await settle();
  expect([made, answers.length]).toEqual([0, 0]);
});

test('a badge whose words the page changes is removed at once', async () => {
  await begin('Her', 'Heat');
  await answer();
  const [her] = document.querySelectorAll('h3');
  her!.firstChild!.nodeValue = 'Ran';
  visit.touch(new Set([her!]), new Set());
  expect(countBadges()).toBe(1);
});
