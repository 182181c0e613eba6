import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { watchPage, type PageChangeHandlers, type PageWatch } from './page-changes.ts';

/** The calls of the handlers, in order. */
let told: string[];
let controller: AbortController;
let watch: PageWatch;

beforeEach(() => {
  vi.useFakeTimers();
  told = [];
  controller = new AbortController();
  const handlers: PageChangeHandlers = {
    onTouch: (touched) => void told.push(`touch ${touched ? touched.size : 'any'}`),
    onChange: (roots) =>
      void told.push(
        roots
          ? `change ${roots.map((root) => ('localName' in root ? root.localName : 'shadow')).join()}`
          : 'page',
      ),
    onRoute: () => void told.push('route'),
    onReturn: () => void told.push('return'),
    onReplaced: () => void told.push('replaced'),
  };
  watch = watchPage(handlers, controller.signal);
});
afterEach(() => {
  controller.abort();
  vi.useRealTimers();
  document.body.replaceChildren();
  history.replaceState(null, '', '/');
});

const add = (name = 'div') => document.body.append(document.createElement(name));
const listChanges = () => told.filter((one) => !one.startsWith('touch'));

test('reports touched nodes at once, and gathers changes before they are read', async () => {
  add();
  await vi.advanceTimersByTimeAsync(0);
  expect(told).toEqual(['touch 1']);
  add('section');
  await vi.advanceTimersByTimeAsync(119);
  expect(listChanges()).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(listChanges()).toEqual(['change div,section']);
});

test('reads a page that keeps changing less and less often, up to every two seconds', async () => {
  const waits: number[] = [];
  for (let round = 0; round < 8; round += 1) {
    told = [];
    add();
    const begun = performance.now();
    for (let ms = 0; listChanges().length === 0; ms += 10) await vi.advanceTimersByTimeAsync(10);
    waits.push(Math.round((performance.now() - begun) / 10) * 10);
  }
  expect(waits[0]).toBe(120);
  expect(waits.at(-1)).toBe(2000);
  expect(waits.toSorted((one, other) => one - other)).toEqual(waits);
  // After a quiet period it is read soon again.
  await vi.advanceTimersByTimeAsync(10_000);
  add();
  await vi.advanceTimersByTimeAsync(2000);
  told = [];
  await vi.advanceTimersByTimeAsync(10_000);
  add();
  await vi.advanceTimersByTimeAsync(120);
  expect(listChanges()).toEqual(['change div']);
});

test('reads the whole page after changes in very many places', async () => {
  for (let at = 0; at < 70; at += 1) add();
  await vi.advanceTimersByTimeAsync(0);
  for (const box of document.querySelectorAll('div')) box.append(document.createElement('p'));
  await vi.advanceTimersByTimeAsync(120);
  expect(listChanges()).toEqual(['page']);
});

describe('on a page of 20,000 elements', () => {
  /** The title of a film and a text beside it. */
  const prepare = async (count: number): Promise<[title: Element, other: Element]> => {
    const [title, other] = [document.createElement('li'), document.createElement('p')];
    for (const box of [title, other]) box.append('words');
    const rest = document.createElement('div');
    rest.append(...Array.from({ length: count }, () => document.createElement('i')));
    document.body.append(title, other, rest);
    await vi.advanceTimersByTimeAsync(5000);
    watch.observeTexts([title]);
    told = [];
    return [title, other];
  };
  const change = async (box: Element): Promise<string[]> => {
    told = [];
    (box.firstChild as Text).data = 'other words';
    await vi.advanceTimersByTimeAsync(5000);
    return listChanges();
  };

  test('only the texts of titles are watched', async () => {
    const [title, other] = await prepare(21_000);
    expect(await change(other)).toEqual([]);
    expect(await change(title)).toEqual(['change li']);
    add('section');
    await vi.advanceTimersByTimeAsync(5000);
    expect(listChanges()).toContain('change section');
  });

  test('the texts of titles are watched after changes that came too fast', async () => {
    const [title] = await prepare(21_000);
    document.body.lastElementChild?.replaceChildren(
      ...Array.from({ length: 21_000 }, () => document.createElement('b')),
    );
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await change(title)).toEqual(['change li']);
  });

  test('all texts are watched again when it gets smaller', async () => {
    const [title, other] = await prepare(21_000);
    document.body.lastElementChild?.remove();
    await vi.advanceTimersByTimeAsync(5000);
    watch.observeTexts([title]);
    expect(await change(other)).toEqual(['change p']);
  });

  test('fewer elements make no difference', async () => {
    const [, other] = await prepare(5000);
    expect(await change(other)).toEqual(['change p']);
  });
});

test('does not report our own changes', async () => {
  watch.quietly(() => add());
  await vi.advanceTimersByTimeAsync(5000);
  expect(told).toEqual([]);
});

test('another address is another page, but another fragment is not', async () => {
  history.pushState(null, '', '/her');
  add();
  await vi.advanceTimersByTimeAsync(120);
  expect(listChanges()).toEqual(['route']);
  history.pushState(null, '', '/her#cast');
  add();
  await vi.advanceTimersByTimeAsync(5000);
  expect(listChanges()).toEqual(['route', 'change div']);
});

test('reports nothing after the end', async () => {
  add();
  await vi.advanceTimersByTimeAsync(0);
  controller.abort();
  add();
  await vi.advanceTimersByTimeAsync(5000);
  expect(listChanges()).toEqual([]);
});

test('an address that changes all the time is one other page, which is read again now and then', async () => {
  for (let at = 0; at < 200; at += 1) {
    history.replaceState(null, '', `/her?at=${at}`);
    dispatchEvent(new PopStateEvent('popstate'));
    await vi.advanceTimersByTimeAsync(20);
  }
  await vi.advanceTimersByTimeAsync(2000);
  expect(listChanges().filter((one) => one === 'route')).toHaveLength(1);
  expect(listChanges().at(-1)).toBe('page');
  expect(listChanges().length).toBeLessThan(10);
});

test('changes in an open shadow root are reported once it is watched', async () => {
  const host = document.createElement('div');
  document.body.append(host);
  const shadow = host.attachShadow({ mode: 'open' });
  await vi.advanceTimersByTimeAsync(5000);
  told = [];
  shadow.append(document.createElement('p'));
  await vi.advanceTimersByTimeAsync(5000);
  expect(listChanges()).toEqual([]);
  watch.observe(shadow);
  shadow.append(document.createElement('p'));
  await vi.advanceTimersByTimeAsync(5000);
  expect(listChanges()).toEqual(['change shadow']);
});

test('another root element is reported once, and nothing after it', async () => {
  const { documentElement } = document;
  const other = document.createElement('html');
  other.append(document.createElement('body'));
  try {
    documentElement.replaceWith(other);
    await vi.advanceTimersByTimeAsync(5000);
    expect(told).toEqual(['replaced']);
  } finally {
    other.replaceWith(documentElement);
  }
});

describe('a flood of changes', () => {
  let frames: Map<number, FrameRequestCallback>;
  let requested = 0;
  beforeEach(() => {
    frames = new Map();
    vi.stubGlobal('requestAnimationFrame', (act: FrameRequestCallback) => {
      frames.set((requested += 1), act);
      return requested;
    });
    vi.stubGlobal('cancelAnimationFrame', (id: number) => frames.delete(id));
  });
  afterEach(() => vi.unstubAllGlobals());
  /** Changes one text so many times, each of them a change of its own. */
  const flood = (count: number) => {
    const text = document.body.firstChild ?? new Text();
    watch.quietly(() => document.body.append(text));
    for (let at = 0; at < count; at += 1) text.nodeValue = 'x';
  };
  const frame = () => {
    const due = [...frames.values()];
    frames.clear();
    for (const act of due) act(0);
    return due.length;
  };

  test.each([3001, 5000])('of %d texts is not looked at one by one', async (count) => {
    flood(count);
    await vi.advanceTimersByTimeAsync(0);
    expect(told).toEqual(['touch any']);
    // While the observer rests, a change is noticed at the next frame.
    flood(count);
    await vi.advanceTimersByTimeAsync(0);
    expect(told).toEqual(['touch any']);
    frame();
    expect(told).toEqual(['touch any', 'touch any']);
    await vi.advanceTimersByTimeAsync(2000);
    expect(listChanges()).toContain('page');
  });

  test.each([
    ['added', () => document.body.append(...Array.from({ length: 3001 }, () => document.createElement('i')))],
    ['removed', () => document.body.replaceChildren()],
  ])('of nodes that are %s in one step is not looked at one by one', async (_how, change) => {
    watch.quietly(() => document.body.append(...Array.from({ length: 3001 }, () => new Text())));
    change();
    await vi.advanceTimersByTimeAsync(0);
    expect(told).toEqual(['touch any']);
  });

  test('is not what a list does that reuses 30 rows at each frame of a fast scroll', async () => {
    for (let at = 0; at < 7; at += 1) {
      flood(250);
      await vi.advanceTimersByTimeAsync(16);
    }
    expect(told.filter((one) => one.startsWith('touch'))).toEqual(Array(7).fill('touch 1'));
  });

  test('that lasts is read soon, and then now and then', async () => {
    const readAt: number[] = [];
    for (let ms = 0; ms < 4000; ms += 20) {
      flood(3001);
      frame();
      await vi.advanceTimersByTimeAsync(20);
      if (listChanges().length > readAt.length) readAt.push(ms);
    }
    const [first = NaN] = readAt;
    expect(first).toBeLessThan(200);
    expect(readAt.filter((ms) => ms < 1500).length).toBeLessThanOrEqual(2);
    expect(readAt.length).toBeLessThanOrEqual(4);
  });

  test('in many small batches is noticed too', async () => {
    for (let at = 0; at < 200; at += 1) {
      add();
      await Promise.resolve();
    }
    expect(told.length).toBeLessThan(110);
    expect(told.at(-1)).toBe('touch any');
  });

  test('at every frame is looked at once a frame, however long it lasts', async () => {
    const looks = [];
    for (let at = 0; at < 600; at += 1) {
      await vi.advanceTimersByTimeAsync(16);
      // The page's own work for a frame comes before ours.
      flood(3001);
      await vi.advanceTimersByTimeAsync(0);
      looks.push(frame());
    }
    expect(Math.max(...looks)).toBe(1);
  });

  test('that does not end is looked at less and less often, and after it as before', async () => {
    for (let at = 0; at < 60; at += 1) {
      flood(3001);
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(told.filter((one) => one === 'touch any').length).toBeLessThan(20);
    await vi.advanceTimersByTimeAsync(20_000);
    told = [];
    add('section');
    await vi.advanceTimersByTimeAsync(2000);
    expect(told).toEqual(['touch 1', 'change section']);
  });
});
