import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { findElement, listElements, listSelected, readFollowingBrackets, readText } from './page-elements.ts';

function makeBody(html: string): HTMLElement {
  return new JSDOM(html).window.document.body;
}

function readValues(selector: string, scope: Element): string[] {
  return [...listSelected(selector, scope)].map(({ text }) => text);
}

test.each([
  ['a', ['Her']],
  ['a@href', ['/film/her']],
  ['li@#own', ['and more']],
  ['@id', ['row']],
  ['a@title', []],
  ['b', []],
])('the selector "%s" selects %j', (selector, texts) => {
  const body = makeBody('<div id="row"><ul><li> <a href="/film/her">Her</a> and\n more </li></ul></div>');
  expect(readValues(selector, findElement(body, '#row') ?? body)).toEqual(texts);
});

test('the empty selector selects the text of the scope itself', () => {
  expect(readValues('', makeBody('\u200eHer <b>2013</b>'))).toEqual(['Her 2013']);
});

test.each([
  ['<a>Her</a> (2013)', '(2013)'],
  ['<b><a>Her</a></b> (TV Series) (story by)', '(TV Series) (story by)'],
  ['<a>Her</a> <span>(2013)</span> and (2014)', '(2013)'],
  ['<a>Her</a>, which came after (2013)', ''],
  ['<a>Her</a><br>(2013)', ''],
  ['<a>Her</a> <a href="#">other (2013)</a>', ''],
])('reads the brackets that follow the link in %s as "%s"', (html, brackets) => {
  const link = findElement(makeBody(`<p>${html}</p>`), 'a');
  expect(link && readFollowingBrackets(link).trim()).toBe(brackets);
});

test('reads nothing from a form whose controls hide its members, and does not throw', () => {
  const form = findElement(
    makeBody(
      '<form>Her<input name="textContent"><input name="querySelectorAll"><input name="getAttribute"></form>',
    ),
    'form',
  );
  expect(form && readText(form)).toBe('');
  expect(form && listElements(form, 'input')).toEqual([]);
  expect(form && readValues('@id', form)).toEqual([]);
});
