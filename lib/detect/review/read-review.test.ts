import { describe, expect, test } from 'vitest';
import type { PageReview } from '../../films/review-types.ts';
import { readReview } from './read-review.ts';

const url = 'https://reviews.example/2014/solaris/';

function parse(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html');
}

const prose =
  'A station hangs above an ocean that thinks, and the man who comes to close it down stays for the one thing it sends him; the camera waits for both.';

function read(body: string, head = '', address = url): PageReview | null {
  return readReview(parse(`<html lang="en"><head>${head}</head><body>${body}</body></html>`), address);
}

const article = (heading: string, body: string) =>
  `<article><h1>${heading}</h1>${body}<div class="entry-content"><p>${prose}</p></div></article>`;
const jsonLd = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;

const facts = `<p>Release Date: 10th May 1972 [USSR]<br>Director: A. Tarkovsky<br>Writer: F. Gorenshtein<br>
Cast: N. Bondarchuk - D. Banionis - J. Järvet</p>`;

test('reads a whole page of labels, bars and titled stars', () => {
  const review = read(
    `<article><h1>Solaris – Review</h1><div class="review-box">${facts}
<ul><li><span>Story</span><span class="bar"><span style="width:90%"></span></span></li>
<li><span>Sound &amp; Music</span><span class="bar"><span style="width:80%"></span></span></li></ul>
<div><h3>Total Score</h3><div class="stars" title="4.1 out of 5"><span style="width:82.5%"></span></div></div>
<div><h3>User Rating</h3><div class="stars" title="4.6 out of 5"><span style="width:92%"></span></div><span>1,205 total ratings</span></div></div>
<p>Posted <time datetime="2014-03-19T10:12:00+00:00">March 19, 2014</time> by <a rel="author" href="/author/back-row/">Back Row</a></p>
<div class="entry-content"><p><strong>Solaris Review:</strong></p><p>${prose}</p><p>It ends at home.</p><p>${prose}</p></div>
<section class="author-box"><h3>Written By:</h3><h4>Back Row</h4><p>Guest Critic</p></section>
<section id="comments"><h3>12 comments</h3><p>Rating: 1/10</p></section></article>`,
    `<link rel="canonical" href="https://www.reviews.example/solaris/"><meta property="og:site_name" content="The Reviews">`,
  );
  expect(review).toEqual({
    url: 'https://www.reviews.example/solaris/',
    siteName: 'The Reviews',
    film: {
      title: 'Solaris',
      year: null,
      releases: [{ date: '1972-05-10', region: 'USSR' }],
      directors: ['A. Tarkovsky'],
      writers: ['F. Gorenshtein'],
      cast: ['N. Bondarchuk', 'D. Banionis', 'J. Järvet'],
      genres: [],
      refs: [],
    },
    headline: 'Solaris – Review',
    author: { name: 'Back Row', role: 'Guest Critic', url: 'https://reviews.example/author/back-row/' },
    date: '2014-03-19T10:12:00+00:00',
    language: 'en',
    score: { value: 4.1, worst: 0, best: 5 },
    criteria: [
      { name: 'Story', score: { value: 90, worst: 0, best: 100 } },
      { name: 'Sound & Music', score: { value: 80, worst: 0, best: 100 } },
    ],
    readers: { score: { value: 4.6, worst: 0, best: 5 }, count: 1205 },
    verdict: null,
    pros: [],
    cons: [],
    excerpt: `${prose} It ends at home. ${prose}`,
    text: `${prose}\n\nIt ends at home.\n\n${prose}`,
    commentsCount: 12,
    evidence: ['heading', 'text'],
  });
});

test('gives no score if the page has the same labels without figures', () => {
  const review = read(`<h1>Solaris – Review</h1>${facts}
<p>Sound &amp; Music <img src="bar4.gif" alt=""></p><p>Visual Effects <img src="bar3.gif" alt=""></p>
<p>Total Score <img src="bar4.gif" alt=""></p><p>User Rating<br>5 total ratings</p>
<p>Posted March 19, 2014 by <a href="/author/back-row/">Back Row</a></p><h2>Full Article</h2><p>Solaris Review:</p><p>${prose}</p>
<h3>Written By:</h3><p>Back Row<br>Guest Critic</p><p>Be the first to comment!</p>`);
  expect(review).toMatchObject({
    film: { title: 'Solaris', directors: ['A. Tarkovsky'], writers: ['F. Gorenshtein'] },
    author: { name: 'Back Row', role: 'Guest Critic' },
    date: '2014-03-19',
    score: null,
    criteria: [],
    readers: null,
    verdict: null,
    excerpt: prose,
    commentsCount: 0,
  });
});

const stated = {
  '@context': 'https://schema.org',
  '@type': ['Review', 'Article'],
  headline: 'An ocean that thinks',
  inLanguage: 'en-GB',
  datePublished: '2014-03-19T10:12:00+00:00',
  author: { '@type': 'Person', name: 'Back Row', jobTitle: 'Editor', url: '/people/back-row' },
  publisher: { '@type': 'Organization', name: 'The Reviews' },
  reviewRating: { '@type': 'Rating', ratingValue: '4,5', bestRating: '5', worstRating: '0' },
  positiveNotes: { '@type': 'ItemList', itemListElement: [{ '@type': 'ListItem', name: 'The ocean' }] },
  negativeNotes: ['The motorway'],
  commentCount: 7,
  itemReviewed: {
    '@type': 'Movie',
    name: 'Solaris',
    sameAs: 'https://www.imdb.com/title/tt0069293/',
    datePublished: '1972-05-10',
    director: { '@type': 'Person', name: 'A. Tarkovsky' },
    author: [{ '@type': 'Person', name: 'F. Gorenshtein' }],
    actor: ['N. Bondarchuk', { '@type': 'Person', name: 'D. Banionis' }],
    genre: 'Science fiction, Drama',
    aggregateRating: { '@type': 'AggregateRating', ratingValue: 8.1, bestRating: 10, ratingCount: '1,234' },
  },
};

test('reads a schema.org Review in JSON-LD', () => {
  expect(read(article('An ocean that thinks', ''), jsonLd(stated))).toMatchObject({
    siteName: 'The Reviews',
    film: {
      title: 'Solaris',
      year: 1972,
      releases: [{ date: '1972-05-10', region: null }],
      directors: ['A. Tarkovsky'],
      writers: ['F. Gorenshtein'],
      cast: ['N. Bondarchuk', 'D. Banionis'],
      genres: ['Science fiction', 'Drama'],
      refs: ['imdb:tt0069293'],
    },
    headline: 'An ocean that thinks',
    author: { name: 'Back Row', role: 'Editor', url: 'https://reviews.example/people/back-row' },
    date: '2014-03-19T10:12:00+00:00',
    language: 'en-GB',
    score: { value: 4.5, worst: 0, best: 5 },
    readers: { score: { value: 8.1, worst: 1, best: 10 }, count: 1234 },
    pros: ['The ocean'],
    cons: ['The motorway'],
    text: prose,
    commentsCount: 7,
    evidence: ['json-ld'],
  });
});

test('uses the data that its caller has parsed instead of the page’s own', () => {
  const document = parse(`<body>${article('An ocean that thinks', '')}</body>`);
  expect(readReview(document, url, { jsonLd: [stated] })?.film.title).toBe('Solaris');
  expect(readReview(document, url, { jsonLd: [] })).toBeNull();
});

test.each<[rating: unknown, score: unknown]>([
  [{ ratingValue: 4 }, { value: 4, worst: 1, best: 5 }],
  [{ ratingValue: '4/5' }, { value: 4, worst: 0, best: 5 }],
  [{ ratingValue: '80%' }, { value: 80, worst: 0, best: 100 }],
  [{ ratingValue: 'B+' }, { value: 9, worst: 0, best: 12 }],
  [
    { ratingValue: '8,5', bestRating: 10 },
    { value: 8.5, worst: 1, best: 10 },
  ],
  [{ ratingValue: 80 }, null],
  [{ ratingValue: 11, bestRating: 10 }, null],
  [{ ratingValue: 'N/A', bestRating: 10 }, null],
  [{ ratingValue: 'NaN' }, null],
  [{ ratingValue: -1 }, null],
  [{ ratingValue: '1e999' }, null],
  [{ ratingValue: '' }, null],
  [{ ratingValue: [], bestRating: {} }, null],
  [{ ratingValue: 4, bestRating: 'five' }, null],
  ['4.5', { value: 4.5, worst: 1, best: 5 }],
  [null, null],
  [true, null],
])('reads the rating %j as %j', (reviewRating, score) => {
  const review = read(article('Solaris', ''), jsonLd({ ...stated, reviewRating }));
  expect(review?.film.title).toBe('Solaris');
  expect(review?.score).toEqual(score);
});

test('reads scores by criterion from several ratings', () => {
  const reviewRating = [
    { '@type': 'Rating', ratingValue: 4 },
    { '@type': 'Rating', reviewAspect: 'Acting', ratingValue: 5 },
  ];
  const review = read(article('Solaris', ''), jsonLd({ ...stated, reviewRating }));
  expect(review).toMatchObject({
    score: { value: 4, worst: 1, best: 5 },
    criteria: [{ name: 'Acting', score: { value: 5, worst: 1, best: 5 } }],
  });
});

test('adds the region from the text to the release date from the data', () => {
  const review = read(article('Solaris', '<p>Release Date: 10 May 1972 (USSR)</p>'), jsonLd(stated));
  expect(review?.film.releases).toEqual([{ date: '1972-05-10', region: 'USSR' }]);
});

test('finds the film by its id in a graph, and ignores aggregate ratings of the review itself', () => {
  const { itemReviewed, ...review } = stated;
  const graph = [
    { ...review, aggregateRating: { ratingValue: 5, ratingCount: 3 }, itemReviewed: { '@id': '#film' } },
    { ...itemReviewed, '@id': '#film', aggregateRating: undefined },
  ];
  expect(read(article('Solaris', ''), jsonLd({ '@graph': graph }))).toMatchObject({
    film: { title: 'Solaris', directors: ['A. Tarkovsky'] },
    readers: null,
  });
});

test('does not take the date of the review as the film’s', () => {
  const itemReviewed = { '@type': 'Movie', name: 'Solaris', datePublished: '2014-03-19' };
  const review = read(article('Solaris', ''), jsonLd({ ...stated, itemReviewed }));
  expect(review?.film).toMatchObject({ year: null, releases: [] });
});

test('reads a Product as a film if its name has a year and the text is about films', () => {
  const itemReviewed = { '@type': 'Product', name: 'Solaris (1972)' };
  const film = article('Solaris (1972)', '<p>A film by a director with time.</p>');
  expect(read(film, jsonLd({ ...stated, itemReviewed }))?.film).toMatchObject({
    title: 'Solaris',
    year: 1972,
  });
});

test('fills gaps in the data from the text; the data has precedence', () => {
  const { reviewRating: _, ...review } = stated;
  const body =
    '<p>Director: Somebody Else<br>Rating: 7/10<br>User Rating: 4.6 out of 5 (5 total ratings)</p>';
  expect(
    read(
      article('Solaris', body),
      jsonLd({ ...review, itemReviewed: { ...stated.itemReviewed, aggregateRating: null } }),
    ),
  ).toMatchObject({
    film: { directors: ['A. Tarkovsky'] },
    score: { value: 7, worst: 0, best: 10 },
    readers: { score: { value: 4.6, worst: 0, best: 5 }, count: 5 },
    evidence: ['json-ld', 'text'],
  });
});

test('reads microdata', () => {
  const body = `<div itemscope itemtype="https://schema.org/Review">
<div itemprop="itemReviewed" itemscope itemtype="https://schema.org/Movie"><span itemprop="name">Solaris</span>
<a itemprop="sameAs" href="https://www.imdb.com/title/tt0069293/">IMDb</a>
<span itemprop="director" itemscope itemtype="https://schema.org/Person"><a itemprop="name" href="/p/1">A. Tarkovsky</a></span></div>
<span itemprop="author">Back Row</span><time itemprop="datePublished" datetime="2014-03-19">last week</time>
<div itemprop="reviewRating" itemscope itemtype="https://schema.org/Rating"><span itemprop="ratingValue">8</span>/<span itemprop="bestRating">10</span></div>
<div itemprop="reviewBody"><p>${prose}</p></div></div>`;
  expect(read(`<h1>Solaris</h1>${body}`)).toMatchObject({
    film: { title: 'Solaris', directors: ['A. Tarkovsky'], refs: ['imdb:tt0069293'] },
    author: { name: 'Back Row' },
    date: '2014-03-19',
    score: { value: 8, worst: 1, best: 10 },
    text: prose,
    evidence: ['microdata', 'text'],
  });
});

test('reads data-vocabulary.org’s RDFa', () => {
  const body = `<div xmlns:v="http://rdf.data-vocabulary.org/#" typeof="v:Review"><span property="v:itemreviewed">Solaris (1972)</span>
by <span property="v:reviewer">Back Row</span>, <span property="v:dtreviewed" content="2014-03-19">March 19</span>:
<span rel="v:rating"><span typeof="v:Rating"><span property="v:value">4</span> of <span property="v:best">5</span></span></span>
<p property="v:description">${prose} What a film.</p></div>`;
  expect(read(`<h1>Solaris film review</h1>${body}`)).toMatchObject({
    film: { title: 'Solaris', year: 1972 },
    author: { name: 'Back Row' },
    date: '2014-03-19',
    score: { value: 4, worst: 1, best: 5 },
    evidence: ['rdfa', 'heading'],
  });
});

test('reads hReview', () => {
  const body = `<div class="hreview"><h2 class="summary">An ocean that thinks</h2>
<span class="item"><a class="fn url" href="https://www.imdb.com/title/tt0069293/">Solaris</a></span>
by <span class="reviewer vcard"><span class="fn">Back Row</span></span> <abbr class="dtreviewed" title="2014-03-19">March 19</abbr>
<abbr class="rating" title="4.5">****½</abbr> <div class="description"><p>${prose}</p></div></div>`;
  expect(read(`<h1>Journal</h1>${body}`)).toMatchObject({
    film: { title: 'Solaris', refs: ['imdb:tt0069293'] },
    headline: 'An ocean that thinks',
    author: { name: 'Back Row' },
    date: '2014-03-19',
    score: { value: 4.5, worst: 1, best: 5 },
    evidence: ['microformat'],
  });
});

test('reads h-review with its own scale', () => {
  const body = `<article class="h-review"><h1 class="p-name">Solaris (1972): film review</h1>
<p class="p-item h-item">Solaris</p><p>Director: A. Tarkovsky</p><a class="p-reviewer h-card" href="/me">Back Row</a><time class="dt-reviewed" datetime="2014-03-19">March</time>
<data class="p-rating" value="8">8</data> of <data class="p-best" value="10">10</data><div class="e-description"><p>${prose}</p></div></article>`;
  expect(read(body)).toMatchObject({
    film: { title: 'Solaris', year: 1972 },
    author: { name: 'Back Row' },
    score: { value: 8, worst: 1, best: 10 },
  });
});

test.each<[language: string, heading: string, body: string]>([
  [
    'English',
    'Solaris Review',
    `<p><b>Release Date:</b> 10 May 1972 (USSR)<br><b>Director:</b> A. Tarkovsky<br><b>Starring:</b> N. Bondarchuk and D. Banionis</p>
<p>Rating: 8.5/10</p><p>User Rating: 4.6 out of 5 (5 total ratings)</p><h3>Verdict</h3><p>See it large.</p><h4>Pros</h4><ul><li>Ocean</li></ul><h4>Cons</h4><ul><li>Road</li></ul>`,
  ],
  [
    'German',
    'Kritik: Solaris',
    `<dl><dt>Kinostart</dt><dd>10. Mai 1972 (USSR)</dd><dt>Regie</dt><dd>A. Tarkovsky</dd><dt>Darsteller</dt><dd>N. Bondarchuk, D. Banionis</dd></dl>
<p>Gesamtwertung: 8,5 von 10</p><p>Leserwertung: 4,6/5 (5 Stimmen)</p><h3>Fazit</h3><p>See it large.</p><h4>Stärken</h4><ul><li>Ocean</li></ul><h4>Schwächen</h4><ul><li>Road</li></ul>`,
  ],
  [
    'French',
    'Critique : Solaris',
    `<p>Date de sortie : 10 mai 1972 (USSR)<br>Réalisateur : A. Tarkovsky<br>Avec : N. Bondarchuk et D. Banionis</p>
<p>Note : 8,5/10</p><p>Note des lecteurs : 4,6 sur 5 (5 votes)</p><h3>Verdict</h3><p>See it large.</p><h4>Points forts</h4><ul><li>Ocean</li></ul><h4>Points faibles</h4><ul><li>Road</li></ul>`,
  ],
  [
    'Spanish',
    'Crítica: Solaris',
    `<table><tr><th>Estreno</th><td>10 de mayo de 1972 (USSR)</td></tr><tr><th>Dirección</th><td>A. Tarkovsky</td></tr><tr><th>Reparto</th><td>N. Bondarchuk, D. Banionis</td></tr></table>
<p>Puntuación: 8,5 de 10</p><p>Nota de los lectores: 4,6 de 5 (5 votos)</p><h3>Veredicto</h3><p>See it large.</p><h4>Lo mejor</h4><ul><li>Ocean</li></ul><h4>Lo peor</h4><ul><li>Road</li></ul>`,
  ],
  [
    'Italian',
    'Recensione: Solaris',
    `<p>Data di uscita: 10 maggio 1972 (USSR)<br>Regia: A. Tarkovsky<br>Cast: N. Bondarchuk, D. Banionis</p>
<p>Voto: 8,5/10</p><p>Voto dei lettori: 4,6 su 5 (5 voti)</p><h3>Verdetto</h3><p>See it large.</p><h4>Pregi</h4><ul><li>Ocean</li></ul><h4>Difetti</h4><ul><li>Road</li></ul>`,
  ],
])('reads labelled text in %s', (_language, heading, body) => {
  expect(read(article(heading, body))).toMatchObject({
    film: {
      title: 'Solaris',
      releases: [{ date: '1972-05-10', region: 'USSR' }],
      directors: ['A. Tarkovsky'],
      cast: ['N. Bondarchuk', 'D. Banionis'],
    },
    score: { value: 8.5, worst: 0, best: 10 },
    readers: { score: { value: 4.6, worst: 0, best: 5 }, count: 5 },
    verdict: 'See it large.',
    pros: ['Ocean'],
    cons: ['Road'],
  });
});

test.each<[name: string, body: string, film: object]>([
  [
    'German, with abbreviations',
    '<p>GB 1972, R: A. Tarkovsky, D: N. Bondarchuk, D. Banionis, Start: 10.5.1972</p>',
    {
      directors: ['A. Tarkovsky'],
      cast: ['N. Bondarchuk', 'D. Banionis'],
      releases: [{ date: '1972-05-10', region: null }],
    },
  ],
  [
    'French, in sentences',
    '<p>De A. Tarkovsky. Avec N. Bondarchuk, D. Banionis. Sortie le 10 mai 1972.</p>',
    { cast: ['N. Bondarchuk', 'D. Banionis'], releases: [{ date: '1972-05-10', region: null }] },
  ],
  [
    'Italian sentences without a colon',
    '<p>Regia di A. Tarkovsky. Con N. Bondarchuk, D. Banionis.</p>',
    { directors: ['A. Tarkovsky'], cast: ['N. Bondarchuk', 'D. Banionis'] },
  ],
  [
    'French and German labels for the leads',
    '<p>Réalisateur:<br>A. Tarkovsky<br>Drehbuchautoren: F. Gorenshtein<br>Acteurs principaux:<br>N. Bondarchuk, D. Banionis</p>',
    { writers: ['F. Gorenshtein'], cast: ['N. Bondarchuk', 'D. Banionis'] },
  ],
  [
    'Italian, in sentences',
    '<p>Diretto da A. Tarkovsky. Con N. Bondarchuk, D. Banionis.</p>',
    { directors: ['A. Tarkovsky'], cast: ['N. Bondarchuk', 'D. Banionis'] },
  ],
  [
    'credits among labels that are not read',
    '<p>Director: A. Tarkovsky. Screenplay: F. Gorenshtein. Camera: V. Yusov.</p><p>With: N. Bondarchuk, D. Banionis u. a. | Rated: PG</p>',
    { directors: ['A. Tarkovsky'], writers: ['F. Gorenshtein'], cast: ['N. Bondarchuk', 'D. Banionis'] },
  ],
  [
    'lists of people with their parts',
    '<h4>Cast</h4><ul><li>N. Bondarchuk as Hari</li><li>D. Banionis as Kris</li></ul><h4>Director</h4><ul><li>A. Tarkovsky</li></ul><h4>Writer</h4><ul><li>F. Gorenshtein</li><li>A. Tarkovsky</li></ul>',
    {
      directors: ['A. Tarkovsky'],
      writers: ['F. Gorenshtein', 'A. Tarkovsky'],
      cast: ['N. Bondarchuk', 'D. Banionis'],
    },
  ],
  [
    'labels marked only by their style',
    '<p><strong>Director</strong> A. Tarkovsky</p><p><strong>Cast</strong> N. Bondarchuk, D. Banionis</p>',
    { directors: ['A. Tarkovsky'], cast: ['N. Bondarchuk', 'D. Banionis'] },
  ],
  [
    'releases of two countries',
    '<p>Director: A. Tarkovsky<br>UK release: 10 May 1972<br>US Release Date: June 1, 1972</p>',
    {
      releases: [
        { date: '1972-05-10', region: 'UK' },
        { date: '1972-06-01', region: 'US' },
      ],
    },
  ],
])('reads labelled facts: %s', (_name, body, film) => {
  expect(read(article('Solaris (1972) film review', body))?.film).toMatchObject(film);
});

test('takes the film from the thing around the review if the review has only its address', () => {
  const review = {
    '@type': 'Review',
    itemReviewed: { '@type': 'Movie', url: '/x' },
    reviewRating: { ratingValue: 4 },
  };
  const film = { '@type': 'Movie', name: 'Solaris', director: 'A. Tarkovsky', url: '/x', review };
  expect(read(article('Solaris – Review', ''), jsonLd(film))).toMatchObject({
    film: { title: 'Solaris', directors: ['A. Tarkovsky'] },
    score: { value: 4, worst: 1, best: 5 },
  });
});

test('takes the title of the post if the h1 is the name of the blog', () => {
  const body = `<h1>Reel Notes</h1><div class="post hentry"><h3 class="post-title entry-title">Solaris (1972) - Movie Review</h3>
<div class="post-body"><b>Director</b> - A. Tarkovsky<br>${prose}<br>${prose}<br>My rating: 7.5/10</div></div><div class="comments"><h4>2 comments:</h4></div>`;
  expect(read(body)).toMatchObject({
    film: { title: 'Solaris', year: 1972, directors: ['A. Tarkovsky'] },
    headline: 'Solaris (1972) - Movie Review',
    score: { value: 7.5, worst: 0, best: 10 },
    commentsCount: 2,
  });
});

test('finds the author and the rating by their ids in a graph, and decodes what plugins encode', () => {
  const graph = [
    { '@id': '#who', '@type': 'Person', name: 'Back Row', jobTitle: 'Editor' },
    { '@id': '#how', '@type': 'Rating', ratingValue: 4, bestRating: 5 },
    {
      '@type': 'Review',
      author: { '@id': '#who' },
      reviewRating: { '@id': '#how' },
      itemReviewed: { '@type': 'Movie', name: 'Solaris &amp; Hari&#8217;s Sea' },
    },
  ];
  expect(read(article('Solaris & Hari’s Sea', ''), jsonLd({ '@graph': graph }))).toMatchObject({
    film: { title: 'Solaris & Hari’s Sea' },
    author: { name: 'Back Row', role: 'Editor' },
    score: { value: 4, worst: 1, best: 5 },
  });
});

test.each<[name: string, html: string, value: number, best: number]>([
  ['the alt of a picture', '<p>Rating: <img src="r.png" alt="4 out of 5 stars"></p>', 4, 5],
  ['the title of a picture', '<p>Rating: <img src="r.png" title="3.5/5"></p>', 3.5, 5],
  ['the label of a drawing', '<p>Rating: <span role="img" aria-label="Rated 4 out of 5"></span></p>', 4, 5],
  [
    'icons',
    `<p>Rating: ${'<i class="fa fa-star"></i>'.repeat(3)}<i class="fa fa-star-half-o"></i><i class="fa fa-star-o"></i></p>`,
    3.5,
    5,
  ],
  ['signs', '<p>Rating: ★★★½☆</p>', 3.5, 5],
  ['a letter', '<p>Grade: B+</p>', 9, 12],
  ['a label after it', '<p><b>4.4</b> <span>out of 5, total score</span></p>', 4.4, 5],
  ['its own cell', '<table><tr><td>Score</td><td>7/10</td></tr></table>', 7, 10],
  ['a verdict that is a number', '<p>Verdict: 4/5</p>', 4, 5],
  [
    'another label on the line',
    '<p>Dir: A. Tarkovsky Starring: N. Bondarchuk Genre: Drama Rating: 5/10</p>',
    5,
    10,
  ],
])('reads the total score from %s', (_name, html, value, best) => {
  const review = read(article('Solaris (1972) film review', `<p>Director: A. Tarkovsky</p>${html}`));
  expect(review?.score).toEqual({ value, worst: 0, best });
});

test.each([
  ['a bare number', '<p>Rating: 8</p>'],
  ['a certificate', '<p>Rating: PG-13</p>'],
  ['stars to vote with', `<p>Rating: ${'<i class="fa fa-star-o"></i>'.repeat(5)}</p>`],
  ['a score beyond its scale', '<p>Rating: 11/10</p>'],
  ['the readers alone', '<p>User Rating: 4/5</p>'],
  ["a commenter's", '<div id="comments" class="comments"><p>Rating: 4/5</p></div>'],
  ['a picture without words', '<p>Rating: <img src="four-of-five.png" alt=""></p>'],
])('does not read %s as the reviewer’s score', (_name, html) => {
  const review = read(article('Solaris (1972) film review', `<p>Director: A. Tarkovsky</p>${html}`));
  expect(review?.film.title).toBe('Solaris');
  expect(review?.score).toBeNull();
});

const userReview = (name: string) => ({
  '@type': 'Review',
  name,
  author: 'somebody',
  reviewBody: prose,
  reviewRating: { ratingValue: 9, bestRating: 10 },
});

test.each<[name: string, body: string, head: string]>([
  [
    'a film page with one user review in its data',
    article('Solaris (1972)', facts),
    jsonLd({ ...stated.itemReviewed, review: userReview('Slow') }),
  ],
  [
    'a film page with several',
    article('Solaris (1972)', facts),
    `<meta property="og:type" content="article">${jsonLd({ ...stated.itemReviewed, review: [userReview('Slow'), userReview('Vast')] })}`,
  ],
  ['a film page with labels', article('Solaris (1972)', `${facts}<p>User Rating: 8/10 (12 votes)</p>`), ''],
  [
    'a list of reviews in data',
    article('Reviews', ''),
    jsonLd([stated, { ...stated, itemReviewed: { '@type': 'Movie', name: 'Stalker' } }]),
  ],
  ['an archive of reviews', article('Solaris Review', facts), '</head><body class="archive category">'],
  [
    'a review of a product',
    article('X100 Vacuum review', '<p>Price: 99</p>'),
    jsonLd({ ...stated, itemReviewed: { '@type': 'Product', name: 'X100 Vacuum' } }),
  ],
  [
    'a review of a book',
    article('Solaris review', ''),
    jsonLd({ ...stated, itemReviewed: { '@type': 'Book', name: 'Solaris' } }),
  ],
  [
    'a review of a game',
    article('Some Quest review', '<p>Developer: A Studio<br>Director: A. Person</p>'),
    '',
  ],
  ['a review of a season', article('Dark: Season 2 Review', '<p>Director: B. Odar</p>'), ''],
  ['a review of a play', article('Theatre review: Solaris', '<p>Director: A. Person</p><p>★★★★☆</p>'), ''],
  [
    'two reviews on one page',
    article(
      'Reviews: Solaris and Stalker',
      '<h2>Solaris</h2><p>Director: A. Tarkovsky</p><p>Rating: 4/5</p><h2>Stalker</h2><p>Director: B. Person</p><p>Rating: 2/5</p>',
    ),
    '',
  ],
  [
    'a review of a program for film sites',
    article(
      'WP Stars review: the best plugin?',
      '<p>This plugin is for film sites and movie blogs; a director of a film site told us of the plugin.</p>',
    ),
    '',
  ],
  ['a review without a word of films', article('The Corner House review', '<p>Rating: 4/5</p>'), ''],
  [
    'a recipe',
    article('Lemon cake', ''),
    jsonLd({ '@type': 'Recipe', name: 'Lemon cake', review: userReview('Lovely') }),
  ],
  [
    'news of a film',
    article('Solaris returns to cinemas', '<p>The film by director A. Tarkovsky returns (1972).</p>'),
    '',
  ],
  ['a page of nothing', '', ''],
])('finds no review in %s', (_name, body, head) => {
  expect(read(body, head)).toBeNull();
});

describe('a byline', () => {
  const signed = (
    byline: string,
    words = `${prose} The director made the film in Oslo.`,
    score = 'Score: 8/10',
  ) => read(`<main><h1>Review: Solaris (1972)</h1>${byline}<p>${words}</p><p>${score}</p></main>`);

  test.each([
    [
      'a comma and a date',
      '<p class="byline">By Ann Harrow, Staff Writer · 19 March 2014</p>',
      'Staff Writer',
    ],
    ['bars', '<p>By <a href="/author/ann">Ann Harrow</a> | Film Critic | 19 March 2014</p>', 'Film Critic'],
    ['a comma before a month', '<p class="byline">By Ann Harrow, Critic, March 19, 2014</p>', 'Critic'],
    [
      'a preposition before a day',
      '<p class="byline">By Ann Harrow, Film Critic on 19 March 2014</p>',
      'Film Critic',
    ],
    ['brackets', '<p class="byline">By Ann Harrow (Critic) 19 March 2014</p>', 'Critic'],
    ['German', '<p class="byline">Von Ann Harrow, Filmkritikerin · 19. März 2014</p>', 'Filmkritikerin'],
    ['two roles', '<p class="byline">By Ann Harrow, Editor, Critic · 19 March 2014</p>', 'Editor, Critic'],
    [
      'two elements',
      '<div class="author"><span class="author-name">Ann Harrow</span> <span class="author-role">Film Critic</span></div>',
      'Film Critic',
    ],
    ['no role', '<p class="byline">By Ann Harrow · 19 March 2014</p>', null],
    ['a place instead of a role', '<p class="byline">By Ann Harrow, London · 19 March 2014</p>', null],
  ])('with %s gives the name and the role', (_name, byline, role) => {
    expect(signed(byline)?.author).toMatchObject({ name: 'Ann Harrow', role });
  });

  const few = 'Solaris is a long film that the director made for the cinema.';
  const byline = '<p class="byline">By Ann Harrow · 19 March 2014</p>';
  test('and a score make a short text a review', () => {
    expect(signed(byline, few)).toMatchObject({ film: { title: 'Solaris' }, score: { value: 8, best: 10 } });
  });

  test.each([
    ['no score', byline, few, ''],
    ['no author', '', few, 'Score: 8/10'],
    ['hardly any text', byline, 'A film by the sea.', 'Score: 8/10'],
  ])('does not make a short text with %s a review', (_name, line, words, score) => {
    expect(signed(line, words, score)).toBeNull();
  });
});

test('ignores a fact check', () => {
  const claim = jsonLd({ ...stated, '@type': 'ClaimReview', claimReviewed: 'It was shot on the moon' });
  expect(read(article('Was it shot on the moon?', ''), claim)).toBeNull();
  expect(read(article('Solaris – Review', facts), claim)).toMatchObject({
    score: null,
    evidence: ['heading', 'text'],
  });
});

test('reads a page despite a form whose inputs hide the members of elements', () => {
  const names = [
    'children',
    'textContent',
    'attributes',
    'nodeName',
    'querySelector',
    'getAttribute',
    'closest',
    'contains',
    'matches',
  ];
  const inputs = names.map((name) => `<input name="${name}">`).join('');
  const form = `<form class="hreview review-wrapper wp-review-1" id="review-box" itemscope itemtype="http://schema.org/Review">${inputs}${article('Solaris – Review', facts)}</form>`;
  expect(read(`${form}<img name="querySelector"><img name="documentElement">`)?.film).toMatchObject({
    title: 'Solaris',
    directors: ['A. Tarkovsky'],
  });
});

test('takes no prototype from the data, and limits what it reads', { tags: 'slow' }, () => {
  const deep = `${'{"review":'.repeat(500)}{}${'}'.repeat(500)}`;
  const hostile = `{"__proto__":{"@type":"Review"},"constructor":{"prototype":{"polluted":1}},"review":${deep}}`;
  const head = `<script type="application/ld+json">${hostile}</script>${jsonLd({ ...stated, reviewBody: 'word '.repeat(60_000), headline: 'x'.repeat(50_000) })}`;
  const review = read(article('Solaris', '<div>'.repeat(500)), head);
  expect(review?.film.title).toBe('Solaris');
  expect(review?.text?.length).toBeLessThanOrEqual(100_000);
  expect(review?.headline?.length).toBeLessThanOrEqual(2000);
  expect(review?.excerpt?.length).toBeLessThanOrEqual(400);
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
});

test('drops addresses that are not web addresses, and canonical addresses of other hosts', () => {
  const author = { '@type': 'Person', name: 'Back Row', url: 'javascript:alert(1)' };
  const review = read(
    article('Solaris', ''),
    `<link rel="canonical" href="https://elsewhere.example/">${jsonLd({ ...stated, author })}`,
  );
  expect(review).toMatchObject({ url, author: { name: 'Back Row', url: null } });
});
