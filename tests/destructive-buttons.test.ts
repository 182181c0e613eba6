// In a group of buttons the one that loses something is neither the first nor the filled one.
import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { parseSource, readSources, walk, type SourceFile } from './architecture/sources.ts';

type Messages = Record<string, { message: string } | undefined>;
const messages = JSON.parse(readFileSync('public/_locales/en/messages.json', 'utf8')) as Messages;

/** How the words of a button begin whose action loses something. */
const losing = /^(?:Clear|Delete|Discard|Empty|Erase|Purge|Remove)\b/;

interface FoundButton {
  line: number;
  look: string;
  /** Whether it loses something, by its look or in any of the words it can have. */
  isDestructive: boolean;
}

const isButton = (node: ts.Node): node is ts.JsxElement | ts.JsxSelfClosingElement =>
  (ts.isJsxElement(node) && node.openingElement.tagName.getText() === 'Button') ||
  (ts.isJsxSelfClosingElement(node) && node.tagName.getText() === 'Button');

/** Returns every text in a node that is the key of a message, as the message. */
function listMessages(node: ts.Node): string[] {
  const found: string[] = [];
  const visit = (each: ts.Node): void => {
    const message = ts.isStringLiteral(each) ? messages[each.text]?.message : undefined;
    if (message !== undefined) found.push(message);
    ts.forEachChild(each, visit);
  };
  visit(node);
  return found;
}

function readButton(node: ts.JsxElement | ts.JsxSelfClosingElement, file: ts.SourceFile): FoundButton {
  const { attributes } = ts.isJsxElement(node) ? node.openingElement : node;
  const look = attributes.properties.find(
    (each) => ts.isJsxAttribute(each) && each.name.getText(file) === 'look',
  );
  const lookText = look?.getText(file) ?? '';
  const words = ts.isJsxElement(node) ? node.children.flatMap(listMessages) : listMessages(attributes);
  return {
    line: file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1,
    look: lookText,
    isDestructive: lookText.includes('danger') || words.some((text) => losing.test(text)),
  };
}

/** Returns the buttons that stand beside each other directly in an element, each behind whatever condition. */
function listGroup(parent: ts.JsxElement | ts.JsxFragment, file: ts.SourceFile): FoundButton[] {
  const found: FoundButton[] = [];
  const visit = (node: ts.Node): void => {
    if (isButton(node)) found.push(readButton(node, file));
    else if (!ts.isJsxElement(node) && !ts.isJsxSelfClosingElement(node)) ts.forEachChild(node, visit);
  };
  parent.children.forEach(visit);
  return found;
}

/** Returns what is wrong with the groups of buttons of a source. */
function listFaults({ path, tree }: SourceFile): string[] {
  const faults: string[] = [];
  for (const node of walk(tree)) {
    if (!ts.isJsxElement(node) && !ts.isJsxFragment(node)) continue;
    const group = listGroup(node, tree);
    const hasOther = group.some(({ isDestructive }) => !isDestructive);
    for (const [at, button] of group.entries()) {
      const place = `${path}:${button.line}`;
      if (!button.isDestructive) continue;
      if (button.look.includes('primary')) faults.push(`${place} is filled, and loses something`);
      if (at === 0 && hasOther) faults.push(`${place} is the first button, and loses something`);
    }
  }
  return faults;
}

const inGroup = (buttons: string): string => `const View = () => <div>${buttons}</div>;`;
const cancel = `<Button onClick={onClose}>{t('formCancel')}</Button>`;

test.each([
  ['a filled one', `${cancel}<Button look="primary">{t('formDelete')}</Button>`, 1],
  [
    'one that is filled and loses something only at times',
    `<Button look="primary">{t(none ? 'ratingClear' : 'bulkApply')}</Button>`,
    1,
  ],
  ['a first one by its look', `<Button look="danger">{t('importUndo')}</Button>${cancel}`, 1],
  ['a first one by its words', `<Button>{t('formDelete')}</Button>${cancel}`, 1],
  ['a first one behind a condition', `{can && <Button look="danger" icon="trash" />}${cancel}`, 1],
  ['a last one', `${cancel}<Button look="danger">{t('formDelete')}</Button>`, 0],
  ['a single one', `<Button look="danger">{t('formDelete')}</Button>`, 0],
  ['two that both lose something', `<Button look="danger" /><Button>{t('formDelete')}</Button>`, 0],
  ['one in a list of its own', `<ul><li><Button look="danger" /></li></ul>${cancel}`, 0],
])('the test sees %s', (_name, buttons, faults) => {
  expect(listFaults(parseSource('View.tsx', inGroup(buttons)))).toHaveLength(faults);
});

test('no button that loses something is filled, or the first of its group', () => {
  const views = readSources(['{components,entrypoints}/**/*.tsx']).filter(
    ({ path }) => !path.includes('.test.'),
  );
  expect(views.length).toBeGreaterThan(50);
  expect(views.flatMap(listFaults)).toEqual([]);
});
