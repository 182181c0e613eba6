import { expect, test } from 'vitest';
import { describeDocumentRemote } from './document-contract.ts';
import { createRandom } from './faults.ts';
import { createMemoryDatabase, createMemoryDocuments, replicate } from './memory-documents.ts';

const options = { signal: new AbortController().signal };

describeDocumentRemote('memory', () => {
  const database = createMemoryDatabase();
  const remote = createMemoryDocuments(database);
  return Promise.resolve({
    remote,
    other: createMemoryDocuments(database),
    addConflict: async (id, body) => {
      const elsewhere = createMemoryDatabase();
      await createMemoryDocuments(elsewhere).put([{ id, revision: null, body, merged: [] }], options);
      replicate(elsewhere, database);
    },
  });
});

test('with faults a database in memory has every kind of them, and calls without', async () => {
  const database = createMemoryDatabase();
  const remote = createMemoryDocuments(database, { random: createRandom(1), rate: 0.5 });
  const whole = createMemoryDocuments(database);
  const seen = new Set<string>();
  for (let at = 0; at < 200; at += 1) {
    const pair = [`a${at}`, `b${at}`].map((id) => ({ id, revision: null, body: {}, merged: [] }));
    const answer = await remote.put(pair, options).catch(() => 'failed');
    const there = (await whole.get([`a${at}`, `b${at}`], options)).length;
    seen.add(`put ${typeof answer === 'string' ? answer : `refused ${answer.length}`}, ${there} there`);
    const changes = await remote.changes(null, { ...options, limit: 2 }).catch(() => null);
    seen.add(changes === null ? 'changes failed' : `changes ${changes.documents.length}`);
  }
  expect([...seen].sort()).toEqual([
    'changes 0',
    'changes 1',
    'changes 2',
    'changes failed',
    'put failed, 0 there',
    'put failed, 1 there',
    'put failed, 2 there',
    'put refused 0, 2 there',
    'put refused 2, 2 there',
  ]);
});
