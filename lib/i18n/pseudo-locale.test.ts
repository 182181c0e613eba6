import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findLocaleFaults, type Messages } from '../../tests/locales/check-locale.ts';
import { makePseudoLocale } from '../../tests/locales/pseudo-locale.ts';

const english = JSON.parse(readFileSync('public/_locales/en/messages.json', 'utf8')) as Messages;

test('the pseudo-locale has every message, in every form that Arabic needs, with its placeholders', () => {
  expect(findLocaleFaults(makePseudoLocale(english), english)).toEqual([]);
});

test('its texts run from right to left and are a third longer', () => {
  const { statusSaved } = makePseudoLocale({ statusSaved: { message: 'Saved $1 of all' } });
  expect(statusSaved?.message).toBe('\u202eSávéd \u202c$1\u202e óf áll\u202c ~ ~ ~');
});
