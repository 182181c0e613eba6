import { expect, test } from 'vitest';
import { listIdSites } from '../../films/film-ids.ts';
import { knownHosts } from './work-signals.ts';

test('the known hosts are those of the table of id systems', () => {
  const sites = listIdSites().filter((site) => site !== 'wikidata');
  expect(knownHosts.source, 'put this pattern into lib/detect/signals/work-signals.ts').toBe(
    `(?:google|${sites.join('|')})\\.`,
  );
});
