import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const router = 'lib/background/router.test.ts';
const attacks = 'tests/e2e/page-attacks.test.ts';
const hosts = 'entrypoints/page/show/badge-hosts.test.ts';
const broken = 'lib/transfer/broken-files.test.ts';
const imports = 'lib/background/log/import-messages.test.ts';
const files = 'lib/background/log/file-backup.test.ts';
const published = 'lib/catalogue/store/published-catalogues.test.ts';

/**
 * The faults that are tested, each with a file of its tests. Every test in such a file is in the table, or those whose names
 * match the pattern.
 */
const faultTests: readonly (readonly [fault: string, file: string, names?: RegExp])[] = [
  ['A part of the backups cannot be read', 'lib/watchlog/recovery/restore.test.ts'],
  ['The browser ends during a rebuild', 'lib/watchlog/recovery/rebuild-log.test.ts'],
  ['The storage of the backups is broken or full', 'lib/watchlog/recovery/copies.test.ts'],
  ['The storage of the backups is broken or full', 'lib/watchlog/log.test.ts', /last whole|another reason/],
  ['The storage of the backups is broken or full', files, /cannot be read is not replaced/],
  ['The storage of the backups is broken or full', imports, /whose copy/],
  ['The storage of the settings is broken', 'lib/settings/settings.test.ts', /with a storage|has lost/],
  ['The storage of the settings is broken', 'lib/settings/patient-storage.test.ts', /answer|longer|in time/],
  ['Both copies of the log are gone or old', 'lib/watchlog/recovery/witness.test.ts', /^(?!a new log)/],
  ['Rows of the log are damaged', 'lib/watchlog/recovery/log-check.test.ts', /^(?!a complete log)/],
  ['Rows of the log are damaged', 'lib/watchlog/recovery/unreadable-rows.test.ts'],
  ['Rows of the log are damaged', 'lib/background/log/check-log.test.ts', /week|waits/],
  ['The background ends during a write', 'lib/watchlog/kill.test.ts'],
  ['The background ends at a random moment', 'lib/watchlog/random-kills.test.ts'],
  ['The browser damages the files of the log', 'tests/e2e/storage-faults.test.ts'],
  ['The browser ends at a random moment', 'tests/e2e/random-kills.test.ts'],
  ['The files of Firefox are damaged', 'tests/e2e/firefox.test.ts', /damaged|gone|in place|when/],
  ['The disk of Firefox is full', 'tests/e2e/firefox-full-disk.test.ts'],
  ['The clock is wrong', 'lib/background/wrong-clock.test.ts'],
  ['A page tries to learn what is in the log', 'tests/e2e/badge-privacy.test.ts'],
  ['A page asks for films that it did not show', 'lib/background/identify/own-data-budget.test.ts'],
  ['A page tries to stop Marquee, or to act as it', attacks, /no event|a script/],
  [
    'A page tries to stop Marquee, or to act as it',
    router,
    /of its shape|unknown message|a refusal|content script gets|popup/,
  ],
  [
    'A page replaces its contents, or changes all the time',
    attacks,
    /^a page that|shadow roots|a list whose/,
  ],
  ['A page replaces its contents, or changes all the time', hosts, /many changes|thousands|bounded/],
  ['The cache of answers fails', 'lib/background/cache/cache-database.test.ts', /fail|again/],
  ['Two feeds have a post of one address', 'lib/background/followed-sites/site-posts.test.ts'],
  ['Film data from the web claims too much', 'lib/catalogue/manifest.test.ts', /too revealing/],
  ['Film data from the web claims too much', published, /not the manifest|long prefixes|cannot replace/],
  ['A file to import is damaged or hostile', 'lib/transfer/hostile-files.test.ts'],
  ['A file to import is damaged or hostile', broken, /refused|error says|ten million|the others|inherit/],
  ['A file to import is damaged or hostile', imports, /^a file/],
  ['A library or data lacks its licence', 'tests/package/package.test.ts', /licence/],
];

/** Whether a call is of `test` or `describe`, with or without `.each(…)`. */
function isCallOf(name: string, callee: ts.Expression): boolean {
  if (ts.isIdentifier(callee)) return callee.text === name;
  if (ts.isCallExpression(callee) || ts.isPropertyAccessExpression(callee))
    return isCallOf(name, callee.expression);
  return false;
}

function readTitle(title: ts.Expression | undefined): string | null {
  if (title === undefined) return null;
  if (ts.isStringLiteralLike(title)) return title.text;
  return ts.isTemplateExpression(title) ? title.getText().slice(1, -1) : null;
}

/** The names of the tests in a file, in its order, each with the names of its groups before it. */
export function listTestNames(code: string): string[] {
  const names: string[] = [];
  const visit = (node: ts.Node, groups: string[]): void => {
    const title = ts.isCallExpression(node) ? readTitle(node.arguments[0]) : null;
    if (title !== null && ts.isCallExpression(node) && isCallOf('test', node.expression)) {
      names.push([...groups, title].join(', '));
      return;
    }
    const isGroup = title !== null && ts.isCallExpression(node) && isCallOf('describe', node.expression);
    node.forEachChild((child) => visit(child, isGroup ? [...groups, title] : groups));
  };
  visit(ts.createSourceFile('test.ts', code, ts.ScriptTarget.Latest, true), []);
  return names;
}

/** A test's name with an ellipsis for each value that is different from row to row. */
export function formatTestName(name: string): string {
  return name
    .replaceAll(/%[sdij#]|\$\{[^}]*\}|\$[\w.]+/g, '…')
    .replaceAll('|', '\\|')
    .replaceAll('<', '&lt;');
}

/** The rows of the table: fault, what happens, test. Throws if a file has no such test. */
export function listFaultRows(root: string): string[][] {
  return faultTests.flatMap(([fault, file, wanted = /^/]) => {
    const names = listTestNames(readFileSync(join(root, file), 'utf8')).filter((name) => wanted.test(name));
    if (names.length === 0) throw new Error(`${file} has no test.`);
    return names.map((name) => [fault, formatTestName(name), `[${file}](../${file})`]);
  });
}
