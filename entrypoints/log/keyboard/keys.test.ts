import { expect, test } from 'vitest';
import { createKeyReader, isTyping, keyHelp } from './keys.ts';

const press = (key: string, timeStamp = 0, held: Partial<KeyboardEvent> = {}) => ({
  key,
  timeStamp,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  ...held,
});

test('g and the letter of a view open that view', () => {
  const read = createKeyReader();
  expect(read(press('g', 100))).toBeNull();
  expect(read(press('f', 300))).toEqual({ kind: 'view', view: 'films' });
  expect(read(press('f', 400))).toBeNull();
});

test('g is forgotten after a pause, or after a letter of no view', () => {
  const read = createKeyReader();
  read(press('g', 0));
  expect(read(press('n', 5000))).toEqual({ kind: 'add' });
  read(press('g', 6000));
  expect(read(press('q', 6100))).toBeNull();
  expect(read(press('n', 6200))).toEqual({ kind: 'add' });
});

test.each(['ctrlKey', 'altKey', 'metaKey'])("ignores the browser's own shortcuts: %s", (held) => {
  expect(createKeyReader()(press('n', 0, { [held]: true }))).toBeNull();
});

test.each(['constructor', 'toString', 'q'])('ignores %s', (key) => {
  expect(createKeyReader()(press(key))).toBeNull();
});

test('e, l and w act on a film only on its page', () => {
  const read = createKeyReader();
  const kinds = (view: 'film' | 'films') => ['e', 'l', 'w'].map((key) => read(press(key), view)?.kind);
  expect(kinds('film')).toEqual(['edit-entry', 'log-another', 'watchlist']);
  expect(kinds('films')).toEqual([undefined, undefined, undefined]);
  read(press('g', 100), 'film');
  expect(read(press('w', 200), 'film')).toEqual({ kind: 'view', view: 'watchlist' });
});

test('every key in the help has an action', () => {
  for (const { keys } of keyHelp) {
    const read = createKeyReader();
    const actions = keys.map((key, at) => read(press(key === 'Esc' ? 'Escape' : key, at * 10), 'film'));
    expect(actions.at(-1), keys.join(' ')).not.toBeNull();
  }
});

test.each([
  ['text', true],
  ['search', true],
  ['range', false],
  ['checkbox', false],
])('letters in a field of type %s are typed: %s', (type, typed) => {
  const field = document.createElement('input');
  field.type = type;
  expect(isTyping(field)).toBe(typed);
});
