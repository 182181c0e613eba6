import { afterEach, expect, test, vi } from 'vitest';
import { formatReview } from './format-review.ts';

/** The contents of a node as HTML, with the attributes in their order. */
function writeNode(node: Node): string {
  if (!(node instanceof Element)) {
    const text = node.textContent ?? '';
    return (
      [...node.childNodes].map(writeNode).join('') || text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
    );
  }
  const attributes = [...node.attributes].map(({ name, value }) => ` ${name}="${value}"`).join('');
  const name = node.tagName.toLowerCase();
  const within = [...node.childNodes].map(writeNode).join('');
  return name === 'br' ? '<br>' : `<${name}${attributes}>${within}</${name}>`;
}

function htmlOf(text: string): string | null {
  const formatted = formatReview(text);
  return formatted === null ? null : writeNode(formatted).trim();
}

const link = (url: string, words: string): string =>
  `<a href="${url}" target="_blank" rel="noopener noreferrer">${words}</a>`;

afterEach(() => vi.restoreAllMocks());

test.each([
  [
    'bold and italics of Markdown',
    'A **great** and *slow* film',
    '<p>A <strong>great</strong> and <em>slow</em> film</p>',
  ],
  [
    'bold and italics of HTML',
    '<b>Great</b>, <i>slow</i> <u>and</u> <s>loud</s>',
    '<p><b>Great</b>, <i>slow</i> <u>and</u> <s>loud</s></p>',
  ],
  ['line breaks', 'One\nTwo\n\nThree', '<p>One<br>Two</p>\n<p>Three</p>'],
  ['a quote of Markdown', '> Rosebud.\n> Twice.', '<blockquote>\n<p>Rosebud.<br>Twice.</p>\n</blockquote>'],
  [
    'a quote of Letterboxd',
    '<blockquote>Rosebud.\nTwice.</blockquote>',
    '<blockquote>Rosebud.<br>Twice.</blockquote>',
  ],
  [
    'a link of Markdown',
    '[here](https://film.example/a)',
    `<p>${link('https://film.example/a', 'here')}</p>`,
  ],
  [
    'a link of HTML',
    '<a href="http://film.example/b" rel="opener" onclick="x()">here</a>',
    `<p>${link('http://film.example/b', 'here')}</p>`,
  ],
  [
    'an address as it is',
    'See https://film.example/c now',
    `<p>See ${link('https://film.example/c', 'https://film.example/c')} now</p>`,
  ],
  [
    'another language',
    '**Sehr gut**, *très bien*, <b>良い</b>',
    '<p><strong>Sehr gut</strong>, <em>très bien</em>, <b>良い</b></p>',
  ],
  [
    'a line that begins with a year',
    '1994. What a year\n# 1 of mine\n    so far',
    '<p>1994. What a year<br># 1 of mine<br>so far</p>',
  ],
  [
    'dashes and signs',
    '- slow\n- loud\n5 < 6 & 7 > 3, I <3 it',
    '<p>- slow<br>- loud<br>5 &lt; 6 &amp; 7 > 3, I &lt;3 it</p>',
  ],
])('formats %s', (_what, text, html) => {
  expect(htmlOf(text)).toBe(html);
});

const hostile = [
  '<script>alert(1)</script>seen',
  '<img src=x onerror=alert(1)>seen',
  '![seen](https://evil.example/pixel.png)',
  '<svg><script>alert(1)</script></svg>seen',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>seen',
  '<p style="position:fixed" class="toast" id="root" onmouseover="alert(1)">seen</p>',
  '<iframe src="https://evil.example"></iframe>seen',
  '<form action="https://evil.example"><input name="q"><button>seen</button></form>',
  '[seen](javascript:alert(1))',
  '[seen](JaVaScRiPt&colon;alert(1))',
  '<a href="java\nscript:alert(1)">seen</a>',
  '<a href="data:text/html,<script>alert(1)</script>">seen</a>',
  '<a href="//evil.example">seen</a> <a href="#diary">seen</a>',
  '<a href="https://ok.example" style="inset:0" target="_self" data-row="1" aria-label="Delete">seen</a>',
  '<style>* { display: none }</style><link rel="stylesheet" href="https://evil.example/x.css">seen',
  '<template><b>seen</b></template><noscript><p title="</noscript><img src=x onerror=alert(1)>">seen</noscript>',
  '<dialog open>seen</dialog><base href="https://evil.example/">',
  '<x-film onclick=alert(1)>seen</x-film>',
];
const allowed = new Set(['A', 'B', 'BLOCKQUOTE', 'BR', 'DEL', 'EM', 'I', 'P', 'S', 'STRONG', 'U']);

test.each(hostile)('leaves only words and harmless elements of %s', (text) => {
  const formatted = formatReview(text);
  const box = document.createElement('div');
  if (formatted) box.append(formatted);
  for (const element of box.querySelectorAll('*')) {
    expect([...allowed]).toContain(element.tagName);
    const names = element.getAttributeNames().sort();
    expect(names).toEqual(element.tagName === 'A' ? ['href', 'rel', 'target'] : []);
    if (element.tagName !== 'A') continue;
    expect(element.getAttribute('href')).toMatch(/^https?:\/\//);
    expect(element.getAttribute('rel')).toBe('noopener noreferrer');
  }
});

test.each([
  ['a text that is too long', `**bold** ${'x'.repeat(60_000)}`],
  ['a text of nothing but signs', '_a'.repeat(5000)],
  ['quotes that are nested too deep', `${'> '.repeat(5000)}deep`],
  ['quotes without blanks that are nested too deep', `words\n  ${'>'.repeat(20)} deep`],
])('does not format %s', (_what, text) => {
  expect(formatReview(text)).toBeNull();
});
