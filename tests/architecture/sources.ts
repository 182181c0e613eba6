// Reads the project's own source files with TypeScript's parser, for the architecture test.
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import ts from 'typescript';

export interface SourceFile {
  /** Relative to the root of the project, with forward slashes. */
  path: string;
  text: string;
  tree: ts.SourceFile;
  imports: SourceImport[];
}

export interface SourceImport {
  /** As written. */
  specifier: string;
  /** The path of the imported file of this project, or null for a package. */
  target: string | null;
  isTypeOnly: boolean;
}

const root = resolve(import.meta.dirname, '../..');

/** Reads every TypeScript file that matches the patterns, sorted by path. */
export function readSources(patterns: string[]): SourceFile[] {
  const paths = globSync(patterns, { cwd: root, exclude: ['node_modules/**', '.output/**', '.wxt/**'] });
  return paths
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
    .map(readSource);
}

/** Reads one file. */
function readSource(path: string): SourceFile {
  return parseSource(path, readFileSync(join(root, path), 'utf8'));
}

/** Parses a text as if it were the file at that path. */
export function parseSource(path: string, text: string): SourceFile {
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind);
  return { path, text, tree, imports: listImports(path, tree) };
}

/** Whether a file is a test, or is used only by tests. */
export function isTest({ path }: { path: string }): boolean {
  return (
    /\.(test|fixture)\.tsx?$/.test(path) ||
    path.startsWith('tests/') ||
    /\/(fixtures|testing|samples)\//.test(path)
  );
}

/** Yields every node of a tree, parents first. */
export function* walk(node: ts.Node): Generator<ts.Node> {
  yield node;
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => void children.push(child));
  for (const child of children) yield* walk(child);
}

/** Returns `path:line` of a node, which editors can open. */
export function formatPlace(source: SourceFile, node: ts.Node): string {
  const { line } = source.tree.getLineAndCharacterOfPosition(node.getStart(source.tree));
  return `${source.path}:${line + 1}`;
}

function listImports(path: string, tree: ts.SourceFile): SourceImport[] {
  const found: SourceImport[] = [];
  const add = (specifier: string, isTypeOnly: boolean) =>
    void found.push({ specifier, target: resolveImport(path, specifier), isTypeOnly });
  for (const node of walk(tree)) {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      add(node.moduleSpecifier.text, isTypeOnlyClause(node.importClause));
    } else if (
      ts.isExportDeclaration(node) &&
      node.moduleSpecifier &&
      ts.isStringLiteral(node.moduleSpecifier)
    ) {
      add(node.moduleSpecifier.text, node.isTypeOnly);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [specifier] = node.arguments;
      if (specifier && ts.isStringLiteral(specifier)) add(specifier.text, false);
    } else if (
      ts.isImportTypeNode(node) &&
      ts.isLiteralTypeNode(node.argument) &&
      ts.isStringLiteral(node.argument.literal)
    ) {
      add(node.argument.literal.text, true);
    }
  }
  return found;
}

function isTypeOnlyClause(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const names = clause.namedBindings;
  if (clause.name || !names || !ts.isNamedImports(names)) return false;
  return names.elements.length > 0 && names.elements.every((element) => element.isTypeOnly);
}

function resolveImport(from: string, specifier: string): string | null {
  if (!specifier.startsWith('.')) return null;
  const clean = specifier.replace(/\?.*$/, '');
  return join(dirname(from), clean).replaceAll('\\', '/');
}
