import { beforeEach, expect, test } from 'vitest';
import { makeFilm } from '../../films/make-film.ts';
import type { Film } from '../../films/types.ts';
import type { LiveSourceId } from '../../reviews/sources/types.ts';
import { createRequestBatches } from './request-batches.ts';

const film = (title: string): Film => makeFilm({ title, year: 2000 });
const [her, heat, ran] = [film('Her'), film('Heat'), film('Ran')];

/** A request that waits for its answer. */
interface Sent {
  titles: string[];
  signal: AbortSignal;
  resolve: (hasNews: boolean) => void;
  reject: (error: unknown) => void;
}

let sent: Sent[] = [];
let batches = createRequestBatches();

function ask(films: Film[], signal = new AbortController().signal, source: LiveSourceId = 'omdb') {
  return batches.ask(source, films, signal, (asked, own) => {
    const { promise, resolve, reject } = Promise.withResolvers<boolean>();
    sent.push({ titles: asked.map(({ title }) => title), signal: own, resolve, reject });
    return promise;
  });
}

const listTitles = () => sent.map(({ titles }) => titles);

beforeEach(() => {
  sent = [];
  batches = createRequestBatches();
});

test.each([
  [true, false, true, false],
  [false, true, true, true],
  [false, false, false, false],
])(
  'two overlapping requests share their film: news %s and %s are %s for the one and %s for the other',
  async (first, second, forBoth, forSecond) => {
    const both = ask([her, heat]);
    const overlapping = ask([heat, ran]);
    expect(listTitles()).toEqual([['Her', 'Heat'], ['Ran']]);
    sent[0]?.resolve(first);
    expect(await both).toBe(first);
    const alone = ask([ran]);
    expect(sent).toHaveLength(2);
    sent[1]?.resolve(second);
    expect(await overlapping).toBe(forBoth);
    expect(await alone).toBe(forSecond);
  },
);

test('a film that is named twice is asked about once', async () => {
  const answer = ask([her, her, film('Her')]);
  expect(listTitles()).toEqual([['Her']]);
  sent[0]?.resolve(true);
  expect(await answer).toBe(true);
});

test('a film is asked about again after its request was answered or has failed', async () => {
  const first = ask([her]);
  sent[0]?.resolve(true);
  expect(await first).toBe(true);
  const second = ask([her]);
  sent[1]?.reject(new Error('broken'));
  await expect(second).rejects.toThrow('broken');
  void ask([her]);
  expect(listTitles()).toEqual([['Her'], ['Her'], ['Her']]);
});

test('each source has requests of its own', () => {
  void ask([her]);
  void ask([her], undefined, 'wikidata');
  expect(sent).toHaveLength(2);
});

test('nothing is asked where nobody waits for the answer', async () => {
  expect(await ask([her], AbortSignal.abort())).toBe(false);
  expect(await ask([])).toBe(false);
  expect(sent).toEqual([]);
});

test('a request ends when the last page that waits for it has gone, and the film is asked about again', async () => {
  const [one, other] = [new AbortController(), new AbortController()];
  const answers = [ask([her, heat], one.signal), ask([heat], other.signal)];
  one.abort();
  expect(await answers[0]).toBe(false);
  expect(sent[0]?.signal.aborted).toBe(false);
  other.abort();
  expect(await answers[1]).toBe(false);
  expect(sent[0]?.signal.aborted).toBe(true);
  const again = ask([her]);
  expect(listTitles()).toEqual([['Her', 'Heat'], ['Her']]);
  // The end of the former request takes nothing away from the one that replaced it.
  sent[0]?.resolve(true);
  await answers[1];
  const joined = ask([her]);
  expect(sent).toHaveLength(2);
  sent[1]?.resolve(true);
  expect([await again, await joined]).toEqual([true, true]);
});

test('a request that was aborted from within has no news', async () => {
  const answer = ask([her]);
  sent[0]?.reject(new DOMException('gone', 'AbortError'));
  expect(await answer).toBe(false);
});

test('another fault of the browser is reported', async () => {
  const answer = ask([her]);
  sent[0]?.reject(new DOMException('full', 'QuotaExceededError'));
  await expect(answer).rejects.toThrow('full');
});
