// The least accuracy of the detection on real pages. We may not distribute the pages, so they are outside the project;
// without them this test is skipped.
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  buildCatalogues,
  findCorpus,
  findFresh,
  formatAccuracyTable,
  percent,
  saveAccuracyTable,
  scoreCorpus,
  type Score,
} from './accuracy.ts';
import { siteAdapters } from '../../lib/sites/registry.ts';

const folders = findCorpus();
if (!folders) console.log('skipped: no corpus');

/** The least recall in per cent: over all pages and of each site with an adapter; and of any other site. */
const recallFloor = 95;
const otherRecallFloor = 60;
const precisionFloor = 99;
/** The same on pages of sites that the rules were not made with. */
const freshRecallFloor = 92;
const freshPrecisionFloor = 98;

const adapted = new Set(siteAdapters.map(({ id }) => id));

function listBelow(score: Score, group: string, measure: (name: string) => [number, number]): string[] {
  return Object.keys(score)
    .filter((box) => box.startsWith(group))
    .flatMap((box) => {
      const [value, floor] = measure(box);
      return value < floor ? [`${box}: ${value.toFixed(1)} %, required ${floor} %`] : [];
    });
}

describe.skipIf(folders === null)(folders ? 'the detection on real pages' : 'skipped: no corpus', () => {
  let builtIn: Score = {};
  let score: Score = {};

  beforeAll(async () => {
    if (!folders) return;
    builtIn = await scoreCorpus(folders.corpus, []);
    score = await scoreCorpus(folders.corpus, await buildCatalogues(folders.catalogues));
    const table = formatAccuracyTable(score, builtIn);
    console.log(table);
    await saveAccuracyTable(table);
  }, 900_000);

  test('names no wrong subject, with and without further catalogues', () => {
    expect(builtIn.all?.subjectWrong).toBe(0);
    expect(score.all?.subjectWrong).toBe(0);
  });

  test('names the subject of all pages but one', () => {
    const { subjectRight = 0, subjectMissed = 0, subjectWrong = 0 } = score.all ?? {};
    expect(subjectRight + subjectMissed + subjectWrong).toBeGreaterThan(0);
    expect(subjectMissed + subjectWrong).toBeLessThanOrEqual(1);
  });

  test('finds the films of lists and articles', () => {
    expect(percent(score.all?.hit ?? 0, score.all?.gold ?? 1)).toBeGreaterThanOrEqual(recallFloor);
    const below = listBelow(score, 'site ', (box) => {
      const counts = score[box];
      const floor = adapted.has(box.slice('site '.length)) ? recallFloor : otherRecallFloor;
      return [percent(counts?.hit ?? 0, counts?.gold ?? 0), floor];
    });
    expect(below).toEqual([]);
  });

  test('finds almost no wrong film on any kind of page', () => {
    const below = listBelow(score, 'kind ', (box) => {
      const { found = 0, wrong = 0 } = score[box] ?? {};
      return [percent(found - wrong, found), precisionFloor];
    });
    expect(below).toEqual([]);
  });

  test('is as precise with the built-in catalogue alone', () => {
    const { found = 0, wrong = 0 } = builtIn.all ?? {};
    expect(percent(found - wrong, found)).toBeGreaterThanOrEqual(precisionFloor);
  });
});

const fresh = folders && findFresh(folders.corpus);

describe.skipIf(fresh === null)(fresh ? 'the detection on fresh pages' : 'skipped: no fresh pages', () => {
  let score: Score = {};

  beforeAll(async () => {
    if (!folders || !fresh) return;
    score = await scoreCorpus(fresh, [], join(folders.corpus, 'score.mjs'));
    const table = formatAccuracyTable(score);
    console.log(table);
    await saveAccuracyTable(table, 'accuracy-fresh');
  }, 600_000);

  test('names the subject of all pages but one, and no wrong one', () => {
    const { subjectRight = 0, subjectMissed = 0, subjectWrong } = score.all ?? {};
    expect(subjectWrong).toBe(0);
    expect(subjectRight).toBeGreaterThan(0);
    expect(subjectMissed).toBeLessThanOrEqual(1);
  });

  test('finds the films and almost no wrong one', () => {
    const { hit = 0, gold = 0, found = 0, wrong = 0 } = score.all ?? {};
    expect(percent(hit, gold)).toBeGreaterThanOrEqual(freshRecallFloor);
    expect(percent(found - wrong, found)).toBeGreaterThanOrEqual(freshPrecisionFloor);
  });
});
