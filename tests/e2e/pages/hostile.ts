// Pages that throw, lie or flood. Each also names one ordinary film, Jaws, whose badge shows that the reading continued.
import type { SiteResponse } from '../../site/page.ts';

export interface HostilePage {
  /** The last part of its address. */
  name: string;
  what: string;
  page: string | SiteResponse;
  /** Whether Jaws must get a badge. */
  hasControl: boolean;
}

/** An ordinary row of a list. */
export const control =
  '<article itemscope itemtype="https://schema.org/Movie"><h2 itemprop="name">Jaws</h2>' +
  '<p><span itemprop="datePublished">1975</span>, directed by <span itemprop="director">Steven Spielberg</span></p></article>';

/** A script that saves the page's markup from before the extension runs. */
const watch = `<script>addEventListener('DOMContentLoaded', () => {
  window.before = new XMLSerializer().serializeToString(document);
});</script>`;

function document(body: string, head = ''): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title><link rel="icon" href="data:,">${watch}${head}</head><body>${control}${body}</body></html>`;
}

const jsonLd = (text: string) => `<script type="application/ld+json">${text}</script>`;
const movie = (fields: object) =>
  JSON.stringify({ '@context': 'https://schema.org', '@type': 'Movie', ...fields });
const attack = '<img src=x onerror="window.attacked=1"><script>window.attacked=1</script>';
const attackText = attack.replace(/</g, '&lt;');

const hostileTitles = [
  attackText,
  '\u202Eevil\u202C film (2001)',
  'Z\u200Be\u200Dr\uFEFFo (1999)',
  '🎬🎬🎬 (2010)',
  '&#xD800; lone (2005)',
  'Nul&#0;l (2006)',
  'x'.repeat(10_000),
  'y '.repeat(50_000),
  '__proto__',
  'constructor (2001)',
  'hasOwnProperty (1999)',
];

export const hostilePages: HostilePage[] = [
  {
    name: 'ten-megabytes',
    what: '10 MB with 300,000 text nodes',
    page: document('<p>some <b>words</b> of <i>text</i> here</p>\n'.repeat(60_000) + 'z'.repeat(7_500_000)),
    hasControl: true,
  },
  {
    name: 'mutation-storm',
    what: 'text that changes a thousand times a second',
    page: document(`<p id="storm"></p><script>
const storm = document.querySelector('#storm');
setInterval(() => { for (let i = 0; i < 5; i++) storm.textContent = 'Film ' + Math.random() + ' (2001)'; }, 4);
</script>`),
    hasControl: true,
  },
  {
    name: 'deep',
    what: 'elements nested 50,000 deep',
    page: document(`<script>
const outermost = document.createElement('div');
// Not laid out: Chromium's own layout overflows at this depth and takes the page with it.
outermost.style.display = 'none';
let place = outermost;
// In pieces of 250: to append one element Chromium looks at all that is above it.
for (let piece = 0; piece < 200; piece++) {
  const top = document.createElement('div');
  let bottom = top;
  for (let i = 1; i < 250; i++) { const next = document.createElement('div'); bottom.append(next); bottom = next; }
  place.append(top);
  place = bottom;
}
place.textContent = 'the bottom';
document.body.append(outermost);
</script>`),
    hasControl: true,
  },
  {
    name: 'clobbering',
    what: 'forms whose fields are called like properties of elements',
    page: document(
      ['', ' itemscope itemtype="https://schema.org/Movie"']
        .map(
          (attributes) =>
            `<form${attributes}>${[
              'children',
              'textContent',
              'attributes',
              'nodeName',
              'localName',
              'parentElement',
              'querySelectorAll',
              'getAttribute',
              'matches',
              'closest',
              'firstChild',
              'childNodes',
              'tagName',
              'isConnected',
              'ownerDocument',
              'nodeType',
              'innerText',
              'classList',
              'dataset',
              'id',
            ]
              .map((name) => `<input name="${name}" value="Alien (1979)">`)
              .join('')}<h3 itemprop="name">Alien</h3></form>`,
        )
        .join('') +
        '<img name="body"><img name="title"><form name="documentElement"></form><a id="querySelector"></a>',
    ),
    hasControl: true,
  },
  {
    name: 'five-megabytes-of-data',
    what: '5 MB of JSON-LD with a script tag in its title',
    page: document(
      '',
      jsonLd(
        movie({
          name: '<\\/script><script>window.attacked=1<\\/script>',
          description: 'd'.repeat(5_000_000),
        }).replaceAll('\\\\/', '\\/'),
      ),
    ),
    hasControl: true,
  },
  {
    name: 'deep-data',
    what: 'JSON-LD 10,000 deep, and unclosed',
    page: document(
      '',
      jsonLd('{"@graph":['.repeat(10_000) + '1' + ']}'.repeat(10_000)) + jsonLd('['.repeat(100_000)),
    ),
    hasControl: true,
  },
  {
    name: 'prototype-keys',
    what: 'JSON-LD with prototype keys and wrong types',
    page: document(
      '',
      [
        '{"@context":"https://schema.org","@type":"Movie","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"name":{"toString":1}}',
        movie({ name: 5, datePublished: {}, director: [null, 7, [[]]] }),
        movie({ name: ['A', ['B']], datePublished: '2O19', director: 'x'.repeat(100_000) }),
        movie({ '@type': ['Movie', 3, null], name: null, sameAs: { a: 1 } }),
        'null',
        '"text"',
        '[[[[]]]]',
      ]
        .map(jsonLd)
        .join(''),
    ),
    hasControl: true,
  },
  {
    name: 'two-films',
    what: 'two Movies that disagree on what the page is about',
    page: document(
      '',
      jsonLd(movie({ name: 'Alien', datePublished: '1979' })) +
        jsonLd(movie({ name: 'Solaris', datePublished: '2002' })),
    ),
    hasControl: true,
  },
  {
    name: 'titles',
    what: 'titles with markup, direction overrides, invisible characters and 100,000 of them',
    page: document(
      hostileTitles
        .map(
          (
            title,
          ) => `<article itemscope itemtype="https://schema.org/Movie"><h3 itemprop="name">${title}</h3></article>
<p><a href="https://www.imdb.com/title/tt0000001/">${title}</a></p>`,
        )
        .join(''),
    ),
    hasControl: true,
  },
  {
    name: 'subject',
    what: 'a subject whose title is markup',
    page: `<!doctype html><title>${attackText}</title>${jsonLd(movie({ name: attack.replace('</script>', '<\\/script>'), datePublished: '2001' }).replaceAll('\\\\/', '\\/'))}<h1>${attackText}</h1>${control}`,
    hasControl: true,
  },
  {
    name: 'ten-thousand-links',
    what: '10,000 links to films',
    page: document(
      Array.from(
        { length: 10_000 },
        (_, index) =>
          `<a href="https://www.imdb.com/title/tt${String(index + 1).padStart(7, '0')}/">Film ${index} (2001)</a>\n`,
      ).join(''),
    ),
    hasControl: true,
  },
  {
    name: 'strict-policy',
    what: 'a strict content policy with trusted types',
    page: {
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy':
          "default-src 'none'; style-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
      },
      body: `<!doctype html><title>A page</title>${control}`,
    },
    hasControl: true,
  },
  {
    name: 'xhtml',
    what: 'an XHTML document',
    page: {
      headers: { 'content-type': 'application/xhtml+xml' },
      body: `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>A page</title></head><body>${control.replace('itemscope', 'itemscope=""')}</body></html>`,
    },
    hasControl: true,
  },
  {
    name: 'svg',
    what: 'an SVG document',
    page: {
      headers: { 'content-type': 'image/svg+xml' },
      body: '<svg xmlns="http://www.w3.org/2000/svg"><title>Jaws (1975)</title><text y="20">Jaws (1975)</text></svg>',
    },
    hasControl: false,
  },
  {
    name: 'xml',
    what: 'an XML document',
    page: {
      headers: { 'content-type': 'application/xml' },
      body: '<?xml version="1.0"?><films><film year="1975">Jaws (1975)</film></films>',
    },
    hasControl: false,
  },
  {
    name: 'frames',
    what: 'blank, sandboxed and nested frames',
    page: document(
      `<iframe src="about:blank"></iframe><iframe sandbox srcdoc="&lt;h1>Alien (1979)&lt;/h1>"></iframe>`,
    ),
    hasControl: true,
  },
];
