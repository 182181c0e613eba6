import { afterEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { hasPermission } from './source-permissions.ts';

const origins = ['https://omdb.example/*'];
let asked: unknown[] = [];

function answerWith(answer: (request: object) => boolean): void {
  asked = [];
  const contains = async (request: object): Promise<boolean> => {
    asked.push(request);
    return Promise.resolve(answer(request));
  };
  Object.assign(browser.permissions, { contains });
}

afterEach(() => {
  vi.unstubAllEnvs();
});

test.each([true, false])('the origins are granted as the browser says: %s', async (isGranted) => {
  vi.stubEnv('FIREFOX', '');
  answerWith(() => isGranted);
  expect(await hasPermission(origins)).toBe(isGranted);
  expect(asked).toEqual([{ origins }]);
});

test('Firefox also needs the consent that names of films are sent', async () => {
  vi.stubEnv('FIREFOX', 'true');
  const consent = { data_collection: ['websiteContent', 'searchTerms'] };
  answerWith(() => true);
  expect(await hasPermission(origins)).toBe(true);
  expect(asked).toEqual([{ origins }, consent]);
  answerWith((request) => 'origins' in request);
  expect(await hasPermission(origins)).toBe(false);
  answerWith((request) => !('origins' in request));
  expect(await hasPermission(origins)).toBe(false);
});

test('nothing is granted where the browser cannot say', async () => {
  answerWith(() => {
    throw new TypeError('unknown permission');
  });
  expect(await hasPermission(origins)).toBe(false);
});
