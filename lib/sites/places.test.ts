import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { findElement, listElements, listPlaced, readFollowingBrackets, readText } from './places.ts';

function makeBody(html: string): HTMLElement {
  return new JSDOM(html).window.document.body;
}

function readPlace(place: string, scope: Element): string[] {
  return [...listPlaced(place, scope)].map(({ text }) => text);
}

test.each([
  ['a', ['Her']],
  ['a@href', ['/film/her']],
  ['li@#own', ['and more']],
  ['@id', ['row']],
  ['a@title', []],
  ['b', []],
])('the place "%s" holds %j', (place, texts) => {
  const body = makeBody('<div id="row"><ul><li> <a href="/film/her">Her</a> and\n more </li></ul></div>');
  expect(readPlace(place, findElement(body, '#row') ?? body)).toEqual(texts);
});

test('the empty place is the scope itself', () => {
  expect(readPlace('', makeBody('\u200eHer <b>2013</b>'))).toEqual(['Her 2013']);
});

test.each([
  ['<a>Her</a> (2013)', '(2013)'],
  ['<b><a>Her</a></b> (TV Series) (story by)', '(TV Series) (story by)'],
  ['<a>Her</a> <span>(2013)</span> and (2014)', '(2013)'],
  ['<a>Her</a>, which came after (2013)', ''],
  ['<a>Her</a><br>(2013)', ''],
  ['<a>Her</a> <a href="#">other (2013)</a>', ''],
])('after the link in %s stands "%s"', (html, brackets) => {
  const link = findElement(makeBody(`<p>${html}</p>`), 'a');
  expect(link && readFollowingBrackets(link).trim()).toBe(brackets);
});

test('a form whose controls hide its members gives nothing and does not throw', () => {
  const form = findElement(
    makeBody(
      '<form>Her<input name="textContent"><input name="querySelectorAll"><input name="getAttribute"></form>',
    ),
    'form',
  );
  expect(form && readText(form)).toBe('');
  expect(form && listElements(form, 'input')).toEqual([]);
  expect(form && readPlace('@id', form)).toEqual([]);
});
