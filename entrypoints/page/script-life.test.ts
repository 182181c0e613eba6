import { afterEach, expect, test, vi } from 'vitest';
import { beginLife } from './script-life.ts';

const runtime = vi.hoisted((): { id: string | undefined } => ({ id: 'an-extension' }));
vi.mock('wxt/browser', () => ({ browser: { runtime } }));

afterEach(() => {
  runtime.id = 'an-extension';
});

test('a life lasts while the extension does', () => {
  const life = beginLife();
  expect(life.isInvalid).toBe(false);
  runtime.id = undefined;
  expect(life.isInvalid).toBe(true);
  expect(life.signal.aborted).toBe(true);
});

test('a newer script in the page ends an older one but not itself', () => {
  const old = beginLife();
  const young = beginLife();
  expect(old.signal.aborted).toBe(true);
  expect(young.isInvalid).toBe(false);
});

test('a script of another extension, such as a test build, ends none', () => {
  const life = beginLife();
  runtime.id = 'another';
  beginLife();
  expect(life.signal.aborted).toBe(false);
});

test('a page whose forms hide members of the document does not stop a script from starting', () => {
  for (const name of ['addEventListener', 'dispatchEvent']) {
    const form = document.createElement('form');
    form.name = name;
    document.body.append(form);
  }
  expect(beginLife().isInvalid).toBe(false);
  document.body.replaceChildren();
});
