import { expect, test } from 'vitest';
import { rawText } from './dom.ts';

const read = (markup: string, maxLength = 600): string => {
  const [element] = new DOMParser().parseFromString(markup, 'text/html').body.children;
  return element ? rawText(element, maxLength) : '';
};

test.each([
  ['of a link that is all that a heading has', '<h3><a href="#"><b>Night Ferry</b></a></h3>', 'Night Ferry'],
  ['with a space for each block', '<section><div><p>Night</p><p>Ferry</p></div></section>', '  Night Ferry'],
  ['with a space for a block that is all that an element has', '<section><p>Night</p></section>', ' Night'],
  ['without what a script has', '<p><span><script>let night;</script></span></p>', ''],
  ['of an element within nothing but elements without texts', '<h3><a><i></i></a></h3>', ''],
  [
    'of what is in a form within',
    '<section><form><input name="firstChild" />Night</form></section>',
    'Night',
  ],
])('the text of an element is read %s', (_which, markup, text) => {
  expect(read(markup)).toBe(text);
});

test('the text of an element is cut', () => {
  expect(read('<h3><a href="#">Night Ferry</a></h3>', 5)).toBe('Night');
});
