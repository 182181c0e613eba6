import { expect, test } from 'vitest';
import { doPeopleAgree, isSamePerson } from './people.ts';

test.each([
  ['Spike Jonze', 'SPIKE JONZE', true],
  ['Alejandro G. Iñárritu', 'Alejandro González Iñárritu', true],
  ['Alejandro G. Iñárritu', 'Alejandro Gonzalez Inarritu', true],
  ['Zhang Yimou', 'Yimou Zhang', true],
  ['Bong Joon-ho', 'Bong Joon Ho', true],
  ['Jonze', 'Spike Jonze', true],
  ['J. Cameron', 'James Cameron', true],
  ['Joel Coen', 'Ethan Coen', false],
  ['Spike Lee', 'Spike Jonze', false],
  ['Spike Jonze', 'Woody Allen', false],
  ['本多猪四郎', 'Ishirō Honda', null],
  ['', 'Spike Jonze', null],
])('compares %j and %j as one person: %s', (one, other, answer) => {
  expect(isSamePerson(one, other)).toBe(answer);
  expect(isSamePerson(other, one)).toBe(answer);
});

test.each([
  [['Ethan Coen'], ['Joel Coen', 'Ethan Coen'], true],
  [['Woody Allen'], ['Joel Coen', 'Ethan Coen'], false],
  [['Lana Wachowski', 'Lilly Wachowski'], ['Andy Wachowski', 'Larry Wachowski'], null],
  [['Charlie Chaplin'], ['Charles Chaplin'], null],
  [['Spike Lee'], ['Spike Jonze'], false],
  [[], ['Joel Coen'], null],
  [['Joel Coen'], [], null],
  [['本多猪四郎', 'Woody Allen'], ['Ishirō Honda'], null],
])('compares %j and %j for a shared person: %s', (ones, others, answer) => {
  expect(doPeopleAgree(ones, others)).toBe(answer);
});
