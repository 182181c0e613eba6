import { afterEach, beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { formatHintAsFilm, formatTypedHint } from '../../lib/films/hint-film.ts';
import { onMessage, removeAllListeners } from '../../lib/messaging/messages.ts';
import type { Match } from '../../lib/films/types.ts';
import type { FilmDescription } from '../../lib/messaging/protocol.ts';
import type { SourceOverview } from '../../lib/messaging/source-protocol.ts';
import type { SourceScore } from '../../lib/films/review-types.ts';
import { createWelcomeState, formatSampleBadge } from './welcome-state.ts';

const film = formatHintAsFilm(formatTypedHint('Inception', 2010).hint);
const score: SourceScore = {
  source: 'imdb',
  sourceName: 'IMDb',
  kind: 'audience',
  value: 9.1,
  worst: 1,
  best: 10,
  count: 188_247,
  url: null,
  licence: null,
  asOf: '2010',
  note: null,
};
const known: FilmDescription = {
  match: { kind: 'film', film, reason: 'title-and-year', certainty: 'sure' },
  summary: { film, scores: [score], reviews: [], awards: [], statuses: [] },
  own: null,
  entries: [],
};
const wikidata: SourceOverview = {
  id: 'wikidata',
  name: 'Wikidata',
  on: false,
  needsKey: false,
  hasKey: false,
  origins: ['https://www.wikidata.org/*'],
  hasPermission: false,
  state: 'not-asked',
  until: null,
  usedToday: 0,
  leftToday: null,
  lastAnswerAt: null,
};

let done: string[];
let grants: boolean;

beforeEach(() => {
  fakeBrowser.reset();
  done = [];
  grants = true;
  Object.assign(fakeBrowser.permissions, {
    request: ({ origins }: { origins: string[] }) => {
      done.push(`asked for ${origins.join()}`);
      return Promise.resolve(grants);
    },
  });
  onMessage('describeFilm', () => known);
  onMessage('listSources', () => [wikidata]);
  onMessage('switchSource', ({ data }) => {
    done.push(`switched ${data.source} ${data.on}`);
    return { ...wikidata, on: data.on };
  });
});

afterEach(removeAllListeners);

test('a sample badge shows local scores, or that there are none, and there is none without a film', () => {
  expect(formatSampleBadge(known, null)).toMatchObject({ kind: 'film', scores: [score] });
  const own = { rating: 9, watched: true };
  expect(formatSampleBadge({ ...known, summary: null }, own)).toMatchObject({ kind: 'no-score', own });
  const match: Match = { kind: 'unknown', reason: 'no-film-of-that-name' };
  expect(formatSampleBadge({ ...known, match }, null)).toBeNull();
});

test('the sample follows the scores that are fetched', async () => {
  const state = createWelcomeState();
  await state.open();
  removeAllListeners();
  onMessage('describeFilm', () => ({ ...known, summary: null }));
  onMessage('listSources', () => [wikidata]);
  await state.open();
  expect(state.samples.value.map((badge) => badge?.kind)).toEqual(['no-score', 'no-score', 'no-score']);
});

test('opening the page requests no permission and switches nothing on', async () => {
  const state = createWelcomeState();
  await state.open();
  expect([state.samples.value.map((badge) => badge?.kind), state.wikidata.value?.on]).toEqual([
    ['film', 'film', 'film'],
    false,
  ]);
  expect(done).toEqual([]);
});

test('each part loads without the other', async () => {
  removeAllListeners();
  onMessage('listSources', () => [wikidata]);
  const state = createWelcomeState();
  await state.open();
  expect([state.samples.value, state.wikidata.value]).toEqual([[], wikidata]);
});

test('requests the permission inside the click that switches Wikidata on, and none to switch it off', async () => {
  const state = createWelcomeState();
  await state.open();
  const switching = state.switchWikidata(true);
  expect(done).toEqual(['asked for https://www.wikidata.org/*']);
  await switching;
  expect(state.wikidata.value?.on).toBe(true);
  await state.switchWikidata(false);
  expect(done.slice(1)).toEqual(['switched wikidata true', 'switched wikidata false']);
});

test('Wikidata stays off when the user declines', async () => {
  grants = false;
  const state = createWelcomeState();
  await state.open();
  await state.switchWikidata(true);
  expect(state.wikidata.value?.on).toBe(false);
  expect(state.said.value).toMatch(/stays switched off/);
});
