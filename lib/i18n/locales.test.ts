import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, test } from 'vitest';

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

const listPlaces = (message: string): string[] => [...new Set(message.match(/\$\d/g) ?? [])].sort();

test('there is English and at least one other locale', () => {
  expect(locales.size).toBeGreaterThan(1);
  expect(Object.keys(english).length).toBeGreaterThan(100);
});

test.each([...locales])(
  '%s has every message, with the same places to fill in, and no other',
  (_path, messages) => {
    expect(Object.keys(messages).sort()).toEqual(Object.keys(english).sort());
    for (const [key, { message }] of Object.entries(messages)) {
      expect(message.trim(), key).not.toBe('');
      // A form for one may say "once" and leave the number out.
      const wanted = listPlaces(english[key]?.message ?? '');
      if (!key.endsWith('One')) expect(listPlaces(message), key).toEqual(wanted);
    }
  },
);

test.each([...locales])('every message of %s says in which place it stands', (_path, messages) => {
  for (const [key, { description = '' }] of Object.entries(messages)) {
    expect(description.length, `Describe ${key} for whoever translates it`).toBeGreaterThan(9);
  }
});

test('every message is used; remove those that are not', () => {
  const isUsed = (key: string): boolean =>
    [key, key.replace(/(One|Other)$/, '')].some((name) => new RegExp(`['_]${name}(?:'|__)`).test(allText));
  expect(Object.keys(english).filter((key) => !isUsed(key))).toEqual([]);
});

test('a message for any other number stands beside one for one', () => {
  const keys = Object.keys(english);
  const others = keys.filter((key) => key.endsWith('Other'));
  expect(others.length).toBeGreaterThan(5);
  expect(others.filter((key) => !keys.includes(key.replace(/Other$/, 'One')))).toEqual([]);
});

/** Texts for people that stand in the code: between tags, or in an attribute that is read out or shown. */
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

test('no words stand in JSX: they come from t()', () => {
  const pages = sources.filter((path) => path.endsWith('.tsx'));
  expect(pages.length).toBeGreaterThan(20);
  expect(pages.flatMap(listLiteralTexts)).toEqual([]);
});
