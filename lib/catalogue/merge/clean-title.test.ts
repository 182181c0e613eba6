import { expect, test } from 'vitest';
import { removeMarkup } from './clean-title.ts';

test.each([
  [
    'Ran 2 .mw-parser-output .frac{white-space:nowrap}.mw-parser-output .frac .num,.x .den{font-size:80%}3+1⁄3: The End',
    'Ran 2 3 1/3: The End',
  ],
  ['The Cord of Life[1]', 'The Cord of Life'],
  ['Heat[note 2]', 'Heat'],
  ['Heat<ref name="a">Variety, {{date|1995}}</ref>', 'Heat'],
  ['Heat<ref name="a"/>', 'Heat'],
  ['<i>Heat</i><br />', 'Heat'],
  ['&lt;i&gt;Heat&lt;/i&gt; &amp; Dust', 'Heat & Dust'],
  ['&#1042;&#1086;&#x440;', 'Вор'],
  ['[[Heat (1995 film)|Heat]] and [[Dust]]', 'Heat and Dust'],
  ['{{lang|de|{{nowrap|Das Boot}}}}Das Boot', 'Das Boot'],
  ['Heat<!-- not the one of 1986 -->', 'Heat'],
  ['<style>.a{b:c}</style>Heat', 'Heat'],
])('%s is %s', (text, title) => {
  expect(removeMarkup(text)).toBe(title);
});

test.each([
  '[REC]²',
  'I <3 You',
  'Tom & Jerry',
  'AT&T; a Story',
  'Feardotcom.com',
  '11\'09"01 - September 11',
  '8½',
  '[1]',
  'x > y < z',
  'Sex[ual] Education',
  '&unknown;',
])('%s stays as it is', (title) => {
  expect(removeMarkup(title)).toBe(title);
});
