import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { findPosters } from './find-posters.ts';

/** Where an element is on the screen, `left,top,width,height`, and what it looks like: both are written into the page. */
const boxOf = (element: Element): number[] =>
  (element.getAttribute('box') ?? '0,0,0,0').split(',').map(Number);
function styleOf(element: Element): Partial<Record<string, string>> {
  const parts = (element.getAttribute('style') ?? '').split(';');
  const pairs = parts.map((part) => part.split(':').map((word) => word.trim()));
  return Object.fromEntries<string>(pairs.map(([name = '', value = '']) => [name, value]));
}

/** Parses a page and lays it out as its `box` attributes say: what comes later lies above. */
function layOut(body: string, zoom = 1): Document {
  const { document } = new JSDOM(`<!doctype html><html><head></head><body>${body}</body></html>`).window;
  const all = [...document.querySelectorAll('body *')];
  for (const element of all) {
    const [x = 0, y = 0, width = 0, height = 0] = boxOf(element);
    const rect = { x, y, width, height, left: x, top: y, right: x + width, bottom: y + height };
    Object.assign(element, { getBoundingClientRect: () => rect });
    const [naturalWidth = 400, naturalHeight = 600] = (element.getAttribute('natural') ?? '')
      .split(',')
      .filter((size) => size !== '')
      .map(Number);
    const parts = {
      complete: true,
      naturalWidth,
      naturalHeight,
      currentSrc: element.getAttribute('src') ?? '',
    };
    for (const [name, value] of Object.entries(parts)) Object.defineProperty(element, name, { value });
  }
  const isAt = (element: Element, px: number, py: number): boolean => {
    const [x = 0, y = 0, width = 0, height = 0] = boxOf(element);
    return px >= x && py >= y && px < x + width && py < y + height;
  };
  const defaultView = {
    innerWidth: 1000,
    innerHeight: 800,
    visualViewport: { scale: zoom },
    getComputedStyle(element: Element, pseudo?: string) {
      if (pseudo !== undefined) return { content: 'none', backgroundColor: '' };
      const style = styleOf(element);
      return {
        backgroundColor: style['background-color'] ?? '',
        backgroundImage: style['background-image'] ?? 'none',
        opacity: style.opacity ?? '1',
        visibility: 'visible',
        pointerEvents: style['pointer-events'] ?? 'auto',
      };
    },
  };
  const elementsFromPoint = (x: number, y: number): Element[] =>
    all.filter((one) => isAt(one, x, y) && styleOf(one)['pointer-events'] !== 'none').reverse();
  Object.defineProperty(document, 'defaultView', { value: defaultView });
  Object.defineProperty(document, 'elementsFromPoint', { value: elementsFromPoint });
  Object.defineProperty(document, 'images', { value: document.querySelectorAll('img') });
  return document;
}

const img = (box = '20,30,200,300', more = '') =>
  `<img src="/harbour-poster.jpg" alt="Harbour" box="${box}" ${more}>`;
const count = (body: string, zoom = 1): number => findPosters(layOut(body, zoom)).length;

test('finds a poster with its box, its name and the size of the view', () => {
  expect(findPosters(layOut(img()))).toEqual([
    {
      box: { x: 20, y: 30, width: 200, height: 300 },
      view: { width: 1000, height: 800 },
      names: ['Harbour'],
      isDeclared: false,
    },
  ]);
});

test.each([
  ['is cut off by the left edge', img('-1,30,200,300')],
  ['is scrolled half out of view', img('20,-150,200,300')],
  ['reaches below the view', img('20,600,200,300')],
  ['is as wide as high', img('20,30,300,300')],
  ['is shown in a shape that its file does not have', img('20,30,200,300', 'natural="1600,900"')],
  ['is a thumbnail', img('20,30,60,90')],
  ['is not loaded', img('20,30,200,300', 'natural="0,0"')],
  ['is not there', '<p>Harbour</p>'],
])('leaves out an image that %s', (_why, body) => {
  expect(count(body)).toBe(0);
});

test.each([
  ['a dialog', '<div box="0,0,1000,800" style="background-color: rgb(0, 0, 0)"></div>'],
  [
    'a half transparent ground',
    '<div box="0,0,1000,800" style="background-color: rgba(0, 0, 0, 0.5)"></div>',
  ],
  ['words', '<div box="20,200,200,130">Trailer</div>'],
  ['a gradient', '<a box="20,30,200,300" style="background-image: linear-gradient(red, blue)"></a>'],
  ['another image', '<img src="/play-button.png" box="100,150,60,60" natural="60,60">'],
  ['an element with a tree of its own', '<marquee-badge box="20,200,100,100"></marquee-badge>'],
  [
    'a gradient that lets the pointer through',
    '<div box="20,30,200,300" style="pointer-events: none; background-image: linear-gradient(red, blue)"></div>',
  ],
])('leaves out a poster under %s', (_what, over) => {
  expect(count(img() + over)).toBe(0);
});

test.each([
  ['a link without anything in it', '<a box="20,30,200,300"></a>'],
  [
    'a part that is invisible',
    '<div box="20,30,200,300" style="opacity: 0; background-color: rgb(1, 1, 1)"></div>',
  ],
  ['a part beside it', '<div box="300,30,200,300" style="background-color: rgb(1, 1, 1)">Harbour</div>'],
  [
    'a clear part that lets the pointer through',
    '<div box="20,30,200,300" style="pointer-events: none"></div>',
  ],
])('takes a poster under %s', (_what, over) => {
  expect(count(img() + over)).toBe(1);
});

test('takes nothing while the user has zoomed into the page', () => {
  expect(count(img(), 1.5)).toBe(0);
});

test('says which image the page declares as its own', () => {
  const document = layOut(`${img()}${img('300,30,200,300').replace('harbour-poster', 'other-poster')}`);
  const meta = document.createElement('meta');
  meta.setAttribute('property', 'og:image');
  meta.setAttribute('content', 'https://a.example/harbour-poster-large.jpg');
  document.head.append(meta);
  expect(findPosters(document).map(({ isDeclared }) => isDeclared)).toEqual([true, false]);
});
