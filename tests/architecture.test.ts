// Checks every source file against the rules of tests/architecture/rules.ts on files, functions and names. A failure says what to change.
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { findRoom, isIn } from './architecture/layers.ts';
import {
  dataTables,
  documentedShare,
  emptyNames,
  impureGlobals,
  longestFile,
  longestFunction,
  rooms,
} from './architecture/rules.ts';
import {
  formatPlace,
  isTest,
  parseSource,
  readSources,
  walk,
  type SourceFile,
} from './architecture/sources.ts';

const sources = readSources(['{lib,components,entrypoints,scripts,tests}/**/*.{ts,tsx}', '*.config.ts']);
const written = sources.filter((source) => !isTest(source) && !source.path.startsWith('scripts/'));

test('the tests find the source files', () => {
  expect(written.length).toBeGreaterThan(30);
  expect(written.flatMap(({ imports }) => imports).length).toBeGreaterThan(30);
});

test('pure folders read nothing but their parameters', () => {
  const pure = written.filter((source) => findRoom(source.path, rooms)?.isPure);
  expect(pure.length).toBeGreaterThan(5);
  expect(pure.flatMap(listImpurities)).toEqual([]);
});

test('review sources call the fetch they are given', () => {
  const found = written
    .filter(({ path }) => isIn(path, 'lib/reviews'))
    .flatMap((source) => listFreeNames(source, new Set(['fetch'])))
    .map((place) => `${place}: take fetch as a parameter`);
  expect(found).toEqual([]);
});

test(`no file has more than ${longestFile} lines`, () => {
  const found = written
    .concat(sources.filter(({ path }) => path.startsWith('scripts/')))
    .filter(({ path }) => !isDataTable(path))
    .flatMap(({ path, text }) => {
      const lines = text.trimEnd().split('\n').length;
      return lines > longestFile ? [`${path} has ${lines} lines: split it by what its parts are about`] : [];
    });
  expect(found).toEqual([]);
});

test(`no function has more than ${longestFunction} lines`, () => {
  const files = sources.filter((source) => !/\.test\.tsx?$/.test(source.path));
  expect(files.flatMap(listLongFunctions)).toEqual([]);
});

test('only entry points and configuration export by default', () => {
  const found = sources
    .filter(
      ({ path }) =>
        !path.startsWith('entrypoints/') &&
        !path.endsWith('.config.ts') &&
        !path.endsWith('global-set-up.ts') &&
        !path.endsWith('report-retries.ts'),
    )
    .flatMap((source) =>
      source.tree.statements
        .filter(isDefaultExport)
        .map((node) => `${formatPlace(source, node)}: export it under a name`),
    );
  expect(found).toEqual([]);
});

test('no code sets text as markup', () => {
  const names = new Set([
    'innerHTML',
    'outerHTML',
    'insertAdjacentHTML',
    'dangerouslySetInnerHTML',
    'setHTMLUnsafe',
  ]);
  const found = written.flatMap((source) =>
    [...walk(source.tree)]
      .filter((node) => ts.isIdentifier(node) && names.has(node.text) && !ts.isBindingElement(node.parent))
      .map(
        (node) =>
          `${formatPlace(source, node)} uses ${node.getText(source.tree)}: use textContent, append or JSX`,
      ),
  );
  expect(found).toEqual([]);
});

test('files are kebab-case, components PascalCase, and no name is meaningless', () => {
  const found = sources.flatMap(({ path }) => {
    const parts = path.split('/');
    const file = parts.pop() ?? '';
    const stem = file.replace(/(\.((slow\.)?test|data|fixture|config|d))?\.tsx?$/, '');
    const fits =
      /^[a-z0-9]+(-[a-z0-9]+)*$/.test(stem) || (file.endsWith('.tsx') && /^[A-Z][A-Za-z0-9]*$/.test(stem));
    const empty = [...parts, stem].find((part) => emptyNames.has(part));
    return [
      ...(fits ? [] : [`${path}: name it in kebab-case (or, a component, in PascalCase)`]),
      ...(empty ? [`${path}: "${empty}" says nothing; name it after its contents`] : []),
    ];
  });
  expect(found).toEqual([]);
});

test(`at least ${documentedShare * 100} % of the exports of lib/ have a doc sentence`, () => {
  const library = written.filter(({ path }) => path.startsWith('lib/'));
  const exports = library.flatMap(listExports);
  const bare = exports.filter(({ isDocumented }) => !isDocumented).map(({ place }) => place);
  const share = 1 - bare.length / exports.length;
  expect(
    share,
    `Say what is returned, in which unit, and when it is null:\n${bare.join('\n')}`,
  ).toBeGreaterThanOrEqual(documentedShare);
});

describe('the rules themselves', () => {
  const probe = (path: string, text: string) => parseSource(path, text);

  test('find a global in a pure file, but not a parameter or property of that name', () => {
    const impure = probe(
      'lib/films/probe.ts',
      'export const title = () => document.title + Date.now() + new Date();',
    );
    const pure = probe(
      'lib/films/probe.ts',
      'export const read = (document: Document) => [document.title, page.window, { history: 1 }, new Date(5)];',
    );
    expect(listImpurities(impure)).toHaveLength(3);
    expect(listImpurities(pure)).toEqual([]);
  });

  test('find a long function', () => {
    const body = 'a();\n'.repeat(longestFunction + 1);
    expect(listLongFunctions(probe('lib/films/a.ts', `function long() {\n${body}}`))).toHaveLength(1);
  });
});

function isDataTable(path: string): boolean {
  return path.endsWith('.data.ts') || path.includes('/samples/') || dataTables.includes(path);
}

function listImpurities(source: SourceFile): string[] {
  const clocks = [...walk(source.tree)].filter(
    (node) =>
      (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length) ||
      (ts.isPropertyAccessExpression(node) && /^(Date\.now|Math\.random)$/.test(node.getText())),
  );
  return [
    ...listFreeNames(source, impureGlobals),
    ...clocks.map((node) => `${formatPlace(source, node)} ${node.getText()}`),
  ].map((place) => `${place}: take it as a parameter`);
}

/** Returns the places that use one of the names, unless the file declares that name. */
function listFreeNames(source: SourceFile, names: Set<string>): string[] {
  const identifiers = [...walk(source.tree)]
    .filter((node) => ts.isIdentifier(node))
    .filter(({ text }) => names.has(text));
  const declared = new Set(identifiers.filter(isDeclaredName).map(({ text }) => text));
  return identifiers
    .filter((node) => !declared.has(node.text) && isValueUse(node))
    .map((node) => `${formatPlace(source, node)} uses ${node.text}`);
}

function isDeclaredName(node: ts.Identifier): boolean {
  const { parent } = node;
  return (
    ((ts.isParameter(parent) || ts.isVariableDeclaration(parent) || ts.isFunctionDeclaration(parent)) &&
      parent.name === node) ||
    (ts.isBindingElement(parent) && parent.name === node) ||
    ts.isImportSpecifier(parent)
  );
}

function isValueUse(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  if (ts.isBindingElement(parent)) return false;
  return (
    !ts.isTypeNode(parent) &&
    !ts.isPropertySignature(parent) &&
    !ts.isMethodSignature(parent) &&
    !ts.isJsxAttribute(parent)
  );
}

function listLongFunctions(source: SourceFile): string[] {
  return [...walk(source.tree)].filter(ts.isFunctionLike).flatMap((node) => {
    const lines = node.getText(source.tree).split('\n').length;
    if (lines <= longestFunction || !('body' in node) || !node.body) return [];
    return [`${formatPlace(source, node)}: ${lines} lines; extract a step that you can name`];
  });
}

function isDefaultExport(node: ts.Statement): boolean {
  if (ts.isExportAssignment(node)) return true;
  return (
    ts.canHaveModifiers(node) &&
    (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword)
  );
}

function listExports(source: SourceFile): { place: string; isDocumented: boolean }[] {
  return source.tree.statements
    .filter(
      (node) =>
        ts.canHaveModifiers(node) &&
        (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword),
    )
    .map((node) => ({
      place: formatPlace(source, node),
      isDocumented: ts.getJSDocCommentsAndTags(node).length > 0,
    }));
}
