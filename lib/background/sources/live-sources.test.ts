// When a source is asked for a film that may be sent to it.
import { expect, test } from 'vitest';
import { makeFilm } from '../../films/make-film.ts';
import { dayMs } from '../../dates/stored-time.ts';
import { SourceError } from '../../reviews/sources/errors.ts';
import { startRecordedSources } from '../testing/sources.ts';

const { signal } = new AbortController();
const her = makeFilm({ title: 'Her', year: 2013, refs: ['imdb:tt1798709'] });
const heat = makeFilm({ title: 'Heat', year: 1995, refs: ['imdb:tt0113277'] });
const ran = makeFilm({ title: 'Ran', year: 1985, refs: ['imdb:tt0089881'] });
const opened = { reason: 'opened', signal } as const;
const listed = { reason: 'listed', signal } as const;

test('only sources that are switched on are asked', async () => {
  const { live, asked, switches } = startRecordedSources();
  switches.on = [];
  await live.refresh([her], opened);
  await live.refresh([her], listed);
  expect(asked).toEqual([]);
  switches.on = ['omdb'];
  await live.refresh([her], opened);
  expect(asked).toEqual(['omdb: Her 2013']);
});

test('a list is asked for at sources that take several films, as many in one request as they take', async () => {
  const { live, asked } = startRecordedSources();
  await live.refresh([her, heat, ran], listed);
  expect(asked).toEqual(['wikidata: Her 2013, Heat 1995', 'wikidata: Ran 1985']);
});

test('without films nobody is asked', async () => {
  const { live, asked, countNews } = startRecordedSources();
  await live.refresh([], opened);
  expect([asked, countNews()]).toEqual([[], 0]);
});

test('a source without its key is not asked, and is asked once it has one', async () => {
  const { live, asked, switches } = startRecordedSources();
  switches.on = ['omdb'];
  switches.key = null;
  await live.refresh([her], opened);
  expect(asked).toEqual([]);
  switches.key = 'k';
  await live.refresh([her], opened);
  expect(asked).toEqual(['omdb: Her 2013']);
});

test('a source is not asked again before its answer is old, also when it had nothing', async () => {
  const { live, asked, switches } = startRecordedSources();
  switches.on = ['wikidata'];
  await live.refresh([her], opened);
  await live.refresh([her, heat], opened);
  expect(asked).toEqual(['wikidata: Her 2013', 'wikidata: Heat 1995']);
  switches.now += dayMs;
  await live.refresh([her], opened);
  expect(asked.slice(2)).toEqual(['wikidata: Her 2013']);
});

test('films with an answer take no place in a request for others', async () => {
  const { live, asked } = startRecordedSources();
  await live.refresh([her], listed);
  await live.refresh([her, heat, ran], listed);
  expect(asked.slice(1)).toEqual(['wikidata: Heat 1995, Ran 1985']);
});

test('after a fault a film is asked for again only when the fault’s time is over', async () => {
  const { live, asked, switches } = startRecordedSources();
  switches.on = ['wikidata'];
  switches.fault = new SourceError('failed', 'no answer');
  await live.refresh([her], opened);
  switches.fault = null;
  switches.now += 60_000;
  await live.refresh([her], opened);
  expect(asked).toHaveLength(1);
  switches.now += 61_000;
  await live.refresh([her], opened);
  expect(asked).toHaveLength(2);
});

test('a film is in one request at a time, however many pages show it', async () => {
  const { live, asked } = startRecordedSources();
  await Promise.all([live.refresh([her, heat], listed), live.refresh([heat, ran], listed)]);
  expect(asked.toSorted()).toEqual(['wikidata: Her 2013, Heat 1995', 'wikidata: Ran 1985']);
});

test('for a tab that is closed nobody is asked, and the next tab’s request has its own films alone', async () => {
  const { live, asked, countNews } = startRecordedSources();
  await live.refresh([her, heat], { reason: 'opened', signal: AbortSignal.abort() });
  expect([asked, countNews()]).toEqual([[], 0]);
  await live.refresh([her], opened);
  expect(asked).toEqual(['wikidata: Her 2013', 'omdb: Her 2013']);
});

const lookedAt = { reason: 'looked-at', signal } as const;

test('films that are looked at in a list are asked for at sources that take one film a request', async () => {
  const { live, asked } = startRecordedSources();
  await live.refresh([her, heat], lookedAt);
  expect(asked).toEqual(['omdb: Her 2013', 'omdb: Heat 1995']);
  await live.refresh([her, heat], lookedAt);
  expect(asked).toHaveLength(2);
});

test('what is looked at matters only while such a source is on', async () => {
  const { live, asked, switches } = startRecordedSources();
  expect(await live.asksInView()).toBe(true);
  switches.on = ['wikidata'];
  expect(await live.asksInView()).toBe(false);
  await live.refresh([her], lookedAt);
  expect(asked).toEqual([]);
});

test('of the sources that would be asked only the named one is', async () => {
  const { live, asked } = startRecordedSources();
  await live.refresh([her], { reason: 'opened', signal, only: 'omdb' });
  expect(asked).toEqual(['omdb: Her 2013']);
});
