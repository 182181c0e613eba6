import { afterEach, expect, test, vi } from 'vitest';
import { beginLife } from './script-life.ts';

const runtime = vi.hoisted((): { id: string | undefined } => ({ id: 'an-extension' }));
vi.mock('wxt/browser', () => ({ browser: { runtime } }));

afterEach(() => {
  runtime.id = 'an-extension';
  document.body.replaceChildren();
});

test('a life lasts while the extension does', () => {
  const life = beginLife();
  expect(life.isInvalid).toBe(false);
  runtime.id = undefined;
  expect(life.isInvalid).toBe(true);
  expect(life.signal.aborted).toBe(true);
});

test('a script that starts again in the page ends its former life but not the new one', () => {
  const old = beginLife();
  const young = beginLife();
  expect(old.signal.aborted).toBe(true);
  expect(young.isInvalid).toBe(false);
});

test('no event of the page ends a life, and none tells of it', () => {
  const dispatched = vi.spyOn(globalThis, 'dispatchEvent');
  const life = beginLife();
  for (const name of ['begun', 'an-extension:begun', 'unload', 'abort']) dispatchEvent(new Event(name));
  expect(life.isInvalid).toBe(false);
  expect(dispatched).toHaveBeenCalledTimes(4);
});

test('badges that a script from before an update left are removed', () => {
  document.body.append(document.createElement('marquee-badge'));
  beginLife();
  expect(document.querySelectorAll('marquee-badge')).toHaveLength(0);
});

test('a page whose forms hide members of the document does not stop a script from starting', () => {
  for (const name of ['addEventListener', 'querySelectorAll', 'createTreeWalker']) {
    const form = document.createElement('form');
    form.name = name;
    document.body.append(form);
  }
  expect(beginLife().isInvalid).toBe(false);
});
