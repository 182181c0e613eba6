import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { findLocaleFaults } from '../../tests/locales/check-locale.ts';
import { formatLanguage, locales as shipped } from './locales.ts';
import { englishPart, polishPart } from '../../tests/locales/polish-sample.ts';

type Messages = Record<string, { message: string; description?: string }>;

const read = (path: string): string => readFileSync(path, 'utf8');
const locales = new Map(
  globSync('public/_locales/*/messages.json').map((path) => [path, JSON.parse(read(path)) as Messages]),
);
const english = locales.get('public/_locales/en/messages.json') ?? {};
const sources = globSync('{lib,components,entrypoints}/**/*.{ts,tsx}').filter(
  (path) => !path.includes('.test.'),
);
const allText = [...sources, 'wxt.config.ts'].map(read).join('\n');

test('there is English and at least one other locale', () => {
  expect(locales.size).toBeGreaterThan(1);
  expect(Object.keys(english).length).toBeGreaterThan(100);
});

test.each([...locales])(
  '%s has every message, in every form that its language needs, and no other',
  (_path, messages) => {
    expect(findLocaleFaults(messages, english)).toEqual([]);
  },
);

test('a Polish locale needs four forms of each count, whatever English has', () => {
  expect(findLocaleFaults(polishPart, englishPart)).toEqual([]);
  const { logFilms_few: few, ...withoutFew } = polishPart;
  expect(findLocaleFaults(withoutFew, englishPart)).toEqual(['logFilms_few is missing: pl needs it']);
  expect(findLocaleFaults({ ...englishPart, logFilms_few: few }, englishPart)).toEqual([
    'logFilms_few is never used in en',
  ]);
  const { logFilms_one: _one, ...withoutOne } = englishPart;
  expect(findLocaleFaults(withoutOne, englishPart)).toEqual(['logFilms_one is missing: en needs it']);
});

test('a message fills in what English fills in; a form for one may leave the number out', () => {
  const withOne = (message: string) => ({ ...polishPart, logFilms_one: { message } });
  const withMany = (message: string) => ({ ...polishPart, logFilms_many: { message } });
  expect(findLocaleFaults(withOne('jeden film'), englishPart)).toEqual([]);
  expect(findLocaleFaults(withMany('wiele filmów'), englishPart)).toEqual(['logFilms_many lacks $1']);
  expect(findLocaleFaults(withMany('$1 filmów, $2'), englishPart)).toEqual(['logFilms_many has $2']);
});

test('the languages that the user can choose are those that are shipped', () => {
  const folders = [...locales.keys()].map((path) => path.split(/[\\/]/).at(-2)?.replace('_', '-'));
  expect([...shipped]).toEqual(folders.sort());
  expect(shipped.map(formatLanguage)).toEqual(['Deutsch', 'English']);
});

test.each([...locales])('%s names its own language', (path, messages) => {
  expect(messages.languageTag?.message.replace('-', '_')).toBe(path.split(/[\\/]/).at(-2));
});

test.each([...locales])('every message of %s says where it is shown', (_path, messages) => {
  for (const [key, { description = '' }] of Object.entries(messages)) {
    expect(description.length, `Describe ${key} for whoever translates it`).toBeGreaterThan(9);
  }
});

test('every message is used; remove those that are not', () => {
  const isUsed = (key: string): boolean =>
    [key, key.replace(/_(one|other)$/, '')].some((name) => new RegExp(`['_]${name}(?:'|__)`).test(allText));
  expect(Object.keys(english).filter((key) => !isUsed(key))).toEqual([]);
});

/** Texts for people in the code: between tags, or in an attribute that is read out or shown. */
function listLiteralTexts(path: string): string[] {
  const found: string[] = [];
  const spoken = new Set(['aria-label', 'title', 'placeholder', 'alt', 'label', 'name']);
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && /\p{L}/u.test(node.text)) found.push(`${path}: ${node.text.trim()}`);
    if (ts.isJsxAttribute(node) && node.initializer && ts.isStringLiteral(node.initializer)) {
      const name = node.name.getText();
      if (spoken.has(name) && /\p{Lu}|\s/u.test(node.initializer.text)) found.push(`${path}: ${name}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, read(path), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX));
  return found;
}

test('JSX has no literal words: they come from t()', () => {
  const pages = sources.filter((path) => path.endsWith('.tsx'));
  expect(pages.length).toBeGreaterThan(20);
  expect(pages.flatMap(listLiteralTexts)).toEqual([]);
});
