import { expect, test } from 'vitest';
import { createKeyReader, keyHelp } from './keys.ts';

const press = (key: string, timeStamp = 0, held: Partial<KeyboardEvent> = {}) => ({
  key,
  timeStamp,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  ...held,
});

test('g waits for the letter of a view', () => {
  const read = createKeyReader();
  expect(read(press('g', 100))).toBeNull();
  expect(read(press('f', 300))).toEqual({ kind: 'view', view: 'films' });
  expect(read(press('f', 400))).toBeNull();
});

test('g is forgotten after a while, and by a letter of no view', () => {
  const read = createKeyReader();
  read(press('g', 0));
  expect(read(press('n', 5000))).toEqual({ kind: 'add' });
  read(press('g', 6000));
  expect(read(press('q', 6100))).toBeNull();
  expect(read(press('n', 6200))).toEqual({ kind: 'add' });
});

test.each(['ctrlKey', 'altKey', 'metaKey'])("the browser's own shortcuts are left alone: %s", (held) => {
  expect(createKeyReader()(press('n', 0, { [held]: true }))).toBeNull();
});

test.each(['constructor', 'toString', 'q'])('%s means nothing', (key) => {
  expect(createKeyReader()(press(key))).toBeNull();
});

test('every key of the list does something', () => {
  for (const { keys } of keyHelp) {
    const read = createKeyReader();
    const deeds = keys.map((key, at) => read(press(key === 'Esc' ? 'Escape' : key, at * 10)));
    expect(deeds.at(-1), keys.join(' ')).not.toBeNull();
  }
});
