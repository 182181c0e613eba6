// Compares the reader of feeds with feedparser (Debian's python3-feedparser) on all XML files of folders, such as those of
// feedparser's test suite. Usage: node scripts/feeds/suite.ts FOLDER…
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { compareFeeds } from './compare.ts';

let isSame = true;
for (const folder of process.argv.slice(2).map((path) => resolve(path))) {
  const files = readdirSync(folder).filter((name) => name.endsWith('.xml'));
  const { feeds, read, values, differences } = compareFeeds(files.sort().map((name) => join(folder, name)));
  console.log(
    `${folder}: ${read} of ${feeds} feeds read, ${values - differences.length} of ${values} values the same`,
  );
  for (const difference of differences) console.log(`  ${difference}`);
  if (differences.length > 0) isSame = false;
}
process.exitCode = isSame ? 0 : 1;
