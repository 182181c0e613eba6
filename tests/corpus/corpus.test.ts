// The least accuracy of the detection on real pages. We may not distribute the pages, so they are outside the project;
// without them this test is skipped.
import { beforeAll, describe, expect, test } from 'vitest';
import {
  buildCatalogues,
  findCorpus,
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
  let starter: Score = {};
  let score: Score = {};

  beforeAll(async () => {
    if (!folders) return;
    starter = await scoreCorpus(folders.corpus, []);
    score = await scoreCorpus(folders.corpus, await buildCatalogues(folders.catalogues));
    const table = formatAccuracyTable(score, starter);
    console.log(table);
    await saveAccuracyTable(table);
  }, 900_000);

  test('names no wrong subject, with and without further catalogues', () => {
    expect(starter.all?.subjectWrong).toBe(0);
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
    const { found = 0, wrong = 0 } = starter.all ?? {};
    expect(percent(found - wrong, found)).toBeGreaterThanOrEqual(precisionFloor);
  });
});
