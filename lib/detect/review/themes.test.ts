// Boxes with the structure of the themes' public source (October 2026) and made-up values.
import { expect, test } from 'vitest';
import type { PageReview } from '../../films/review-types.ts';
import { readReview } from './read-review.ts';

const url = 'https://reviews.example/solaris-review/';

function read(box: string, heading = 'Solaris (1972) Review'): PageReview | null {
  const html = `<html lang="en"><head><title>${heading}</title></head><body class="single"><article class="post">
<h1 class="entry-title">${heading}</h1><div class="entry-content">
<p>A film about an ocean that thinks, and about a man who would rather not; the camera waits for both of them, and so must whoever watches.</p>
${box}</div></article></body></html>`;
  return readReview(new DOMParser().parseFromString(html, 'text/html'), url);
}

const outOf = (best: number) => (value: number) => ({ value, worst: 0, best });
const [five, ten, hundred] = [outOf(5), outOf(10), outOf(100)];

const taqyeem = (kind: string, item: string, final: string, rating: string) => `
<div class="review_wrap" itemscope itemtype="http://schema.org/Review">
  <div style="display:none" class="name entry-title" itemprop="name">Solaris (1972) Review</div>
  <div style="display:none" itemprop="itemReviewed" itemscope itemtype="http://schema.org/Thing"><span itemprop="name">Solaris (1972) Review</span></div>
  <div style="display:none" class="vcard author" itemprop="author" itemscope itemtype="http://schema.org/Person"><strong class="fn" itemprop="name">Back Row</strong></div>
  <meta itemprop="datePublished" content="2014-05-01" />
  <div id="review-box" class="review-box review-top ${kind}"><h2 class="review-box-header">Our score</h2>
    <div class="review-item">${item}</div>
    <div class="review-summary" itemprop="reviewRating" itemscope itemtype="http://schema.org/Rating">
      <meta itemprop="worstRating" content="1" /><meta itemprop="bestRating" content="100" />
      <span class="rating points" style="display:none"><span itemprop="ratingValue">${rating}</span></span>
      <div class="review-final-score">${final}<h4>Slow and vast</h4></div>
      <div class="review-short-summary" itemprop="description"><p>See it on a large screen.</p></div></div>
    <div class="user-rate-wrap"><span class="user-rating-text"><strong>User Rating: </strong> <span class="taq-score">3.4</span> <small>( <span class="taq-count">12</span> votes)</small></span>
      <div data-rate="68" class="user-rate"><span class="user-rate-image post-large-rate stars-large"><span style="width:68%"></span></span></div></div>
    <span style="display:none" itemprop="reviewRating">${rating}</span></div></div>`;

test('reads a Taqyeem box in per cent, with the readers’ score apart from the reviewer’s', () => {
  const box = taqyeem(
    'review-percentage',
    '<span><h5>Story - 80%</h5><span data-width="80"></span></span>',
    '<h3>85<span>%</span></h3>',
    '85',
  );
  expect(read(box)).toMatchObject({
    film: { title: 'Solaris', year: 1972 },
    author: { name: 'Back Row' },
    date: '2014-05-01',
    score: { value: 85, worst: 1, best: 100 },
    criteria: [{ name: 'Story', score: hundred(80) }],
    readers: { score: five(3.4), count: 12 },
    verdict: 'Slow and vast',
    evidence: ['microdata', 'review-box', 'heading', 'text'],
  });
});

test('reads Taqyeem’s points and stars', () => {
  const points = taqyeem(
    'review-points',
    '<span><h5>Story - 8</h5><span data-width="80"></span></span>',
    '<h3>8.5</h3>',
    '85',
  );
  expect(read(points)?.criteria).toEqual([{ name: 'Story', score: ten(8) }]);
  const bar =
    '<h5>Story</h5><span class="post-large-rate stars-large"><span style="width:80%"></span></span>';
  const stars = taqyeem(
    'review-stars',
    bar,
    '<span class="post-large-rate"><span style="width:85%"></span></span>',
    '85',
  );
  expect(read(stars)?.criteria).toEqual([{ name: 'Story', score: hundred(80) }]);
});

const gonzo = (rows: string) => `
<div itemscope itemtype="http://data-vocabulary.org/Review" id="omc-review-wrapper">
  <span style="display:none" itemprop="itemreviewed">Solaris (1972)</span><span style="display:none" itemprop="reviewer">Back Row</span>
  <div id="omc-review-header"><h2>The score</h2></div>${rows}
  <div class="omc-review-summary omc-final-score-percent">
    <div id="omc-short-summary"><p><strong>Summary:</strong> See it on a large screen.</p></div>
    <div id="omc-criteria-final-score"><span itemprop="rating"><h3>85<span>%</span></h3></span><h4>Slow and vast</h4></div></div>
  <div itemscope itemtype="http://data-vocabulary.org/Review-aggregate" class="omc-user-review-criteria">
    <span class="omc-user-review-description"><b><span class="user_rating">User Rating</span></b>: <span class="score">3.4</span> <em>(<span class="count">12</span> votes)</em></span>
    <span class="omc-user-review-rating"><span class="omc-criteria-star-under"><span class="omc-criteria-star-top" style="width:68%"></span></span></span></div></div>`;

test('reads a Gonzo box by numbers and by bars', () => {
  const rows = `<div class="omc-review-criteria omc-criteria-percent"><span class="omc-criteria-percentage" style="width:80%"></span><span class="omc-criteria-description">Story - 80%</span></div>
<div class="omc-review-criteria omc-criteria-star"><span class="omc-criteria-star-under"><span class="omc-criteria-star-top" style="width:90%"></span></span><span class="omc-criteria-description">Acting</span></div>`;
  expect(read(gonzo(rows))).toMatchObject({
    film: { title: 'Solaris', year: 1972 },
    author: { name: 'Back Row' },
    score: hundred(85),
    criteria: [
      { name: 'Story', score: hundred(80) },
      { name: 'Acting', score: hundred(90) },
    ],
    readers: { score: five(3.4), count: 12 },
    verdict: 'Slow and vast',
  });
});

const wpReview = (head: string, kind: string, item: string, total: string) => `
<div ${head} id="review" class="review-wrapper wp-review-1 wp-review-${kind}-type wp-review-box-full-width">
  <h5 itemprop="itemReviewed" itemscope itemtype="http://schema.org/Movie" class="review-title"><span itemprop="name">Solaris</span></h5>
  <span itemprop="author" itemscope itemtype="http://schema.org/Person"><meta itemprop="name" content="Back Row"></span>
  <ul class="review-list"><li>${item}</li></ul>
  <div class="review-desc" itemprop="description"><p class="review-summary-title"><strong>Summary</strong></p>See it on a large screen.</div>
  <div class="review-total-wrapper">${total}</div>
  <div class="review-pros-cons"><div class="review-pros"><ul><li>The ocean</li><li>The rain</li></ul></div><div class="review-cons"><ul><li>The motorway</li></ul></div></div>
  <div class="user-review-area visitors-review-area"><div class="user-total-wrapper"><span class="user-review-title">User Rating</span><span class="review-total-box"><span class="wp-review-user-rating-total">68%</span> <small>(<span class="wp-review-user-rating-counter">12</span> votes)</small></span></div></div></div>`;

test('reads a WP Review 2 box with its microdata', () => {
  const head = 'itemscope itemtype="http://schema.org/Review"';
  expect(
    read(
      wpReview(
        head,
        'percentage',
        '<span>Story - <span>80%</span></span>',
        '<span class="review-total-box">85%</span>',
      ),
    ),
  ).toMatchObject({
    film: { title: 'Solaris' },
    author: { name: 'Back Row' },
    score: hundred(85),
    criteria: [{ name: 'Story', score: hundred(80) }],
    readers: { score: hundred(68), count: 12 },
    verdict: 'See it on a large screen.',
    pros: ['The ocean', 'The rain'],
    cons: ['The motorway'],
  });
});

test('reads WP Review’s points and stars', () => {
  const points = wpReview(
    '',
    'point',
    '<span>Story - <span>8</span></span>',
    '<span class="review-total-box">8.5</span>',
  );
  expect(read(points)).toMatchObject({ score: ten(8.5), criteria: [{ name: 'Story', score: ten(8) }] });
  const stars =
    '<div class="review-star"><div class="review-result-wrapper"><i class="mts-icon-star"></i><i class="mts-icon-star"></i><div class="review-result" style="width:80%"></div></div></div>';
  expect(read(wpReview('', 'star', `<span>Story</span>${stars}`, stars))).toMatchObject({
    score: hundred(80),
    criteria: [{ name: 'Story', score: hundred(80) }],
  });
});

test('reads WP Review 5: the film and its review from JSON-LD, the rest from the box', () => {
  const film = {
    '@context': 'http://schema.org',
    '@type': 'Movie',
    name: 'Solaris',
    dateCreated: '1972-03-20',
    director: ['A. Tarkovsky'],
    actor: ['N. Bondarchuk', 'D. Banionis'],
    genre: ['Science fiction'],
    review: {
      '@type': 'Review',
      reviewRating: { '@type': 'Rating', ratingValue: 85, bestRating: 100, worstRating: 0 },
      author: { '@type': 'Person', name: 'Back Row' },
      reviewBody: 'A film about an ocean.',
    },
  };
  const box = `<script type="application/ld+json">${JSON.stringify(film)}</script>
${wpReview('', 'percentage', '<span>Story - <span>80%</span></span>', '<span class="review-total-box">85%</span>')}`;
  expect(read(box)).toMatchObject({
    film: {
      title: 'Solaris',
      year: 1972,
      releases: [{ date: '1972-03-20', region: null }],
      directors: ['A. Tarkovsky'],
      cast: ['N. Bondarchuk', 'D. Banionis'],
      genres: ['Science fiction'],
    },
    author: { name: 'Back Row' },
    score: hundred(85),
    criteria: [{ name: 'Story', score: hundred(80) }],
    readers: { score: hundred(68), count: 12 },
  });
});

const tagDiv = (
  row: string,
  final: string,
) => `<table class="td-review"><tr class="td-review-header"><td colspan="2"><span>Review overview</span></td></tr>${row}
<tr class="td-review-footer"><td class="td-review-summary"><h5>Summary</h5><div>See it on a large screen.</div></td>
<td class="td-review-score"><div class="td-review-final-score">${final}</div></td></tr></table>`;
const tagDivBars = (text: string) =>
  `<tr class="td-review-row-bars"><td colspan="2"><div class="td-review-desc">${text}</div><div class="td-rating-bar-wrap"><div style="width:80%"></div></div></td></tr>`;
const icons =
  '<i class="td-icon-star"></i><i class="td-icon-star"></i><i class="td-icon-star"></i><i class="td-icon-star-half"></i><i class="td-icon-star-empty"></i>';

test.each([
  [
    'percent',
    tagDivBars('Story - 80 %'),
    '85<span class="td-review-percent-sign">%</span>',
    hundred(85),
    hundred(80),
  ],
  ['points', tagDivBars('Story - 8'), '8.5', ten(8.5), ten(8)],
  [
    'stars',
    `<tr class="td-review-row-stars"><td class="td-review-desc">Story</td><td class="td-review-stars">${icons}</td></tr>`,
    '3.5',
    five(3.5),
    five(3.5),
  ],
])('reads a tagDiv box in %s', (_name, row, final, score, criterion) => {
  expect(read(tagDiv(row, final))).toMatchObject({
    film: { title: 'Solaris', year: 1972 },
    score,
    criteria: [{ name: 'Story', score: criterion }],
    readers: null,
    verdict: 'See it on a large screen.',
  });
});

const valenti = (
  bar: string,
  box: string,
  readers: string,
) => `<div id="cb-review-container" class="cb-review-box cb-both clearfix">
<div id="cb-review-title" class="entry-title">Solaris (1972) Review</div><div class="cb-summary"><div id="cb-conclusion">See it on a large screen.</div></div>
<div class="cb-bar">${bar}</div>
<div class="cb-pros-cons cb-pros-list"><div class="cb-title">Positives</div><ul><li>The ocean</li></ul></div>
<div class="cb-pros-cons cb-cons-list"><div class="cb-title">Negatives</div><ul><li>The motorway</li></ul></div>
<div class="cb-score-box clearfix">${box}</div>
<div class="cb-bar cb-user-rating"><div id="cb-vote"><span class="cb-criteria">Reader Rating: (<span>12</span> Votes)</span>${readers}</div></div></div>`;

test('reads a Valenti box in per cent', () => {
  const bar =
    '<span class="cb-criteria">Story</span><span class="cb-criteria-score">80%</span><span class="cb-overlay"><span class="cb-zero-trigger" style="width:80%"></span></span>';
  const readers =
    '<div class="cb-criteria-score cb-average-score">68%</div><span class="cb-overlay"><span style="width:68%"></span></span>';
  expect(
    read(valenti(bar, '<span class="score">85%</span><span class="score-title">Great</span>', readers)),
  ).toMatchObject({
    film: { title: 'Solaris', year: 1972 },
    score: hundred(85),
    criteria: [{ name: 'Story', score: hundred(80) }],
    readers: { score: hundred(68), count: 12 },
    verdict: 'See it on a large screen.',
    pros: ['The ocean'],
    cons: ['The motorway'],
  });
});

test('reads Valenti’s stars, whose bars cover the missing part', () => {
  const cover = (width: number) =>
    `<span class="cb-overlay-stars"><i class="fa fa-star"></i><span class="cb-opacity cb-zero-stars-trigger" style="width:${width}%"></span></span>`;
  const box = valenti(
    `<span class="cb-criteria">Story</span>${cover(20)}`,
    `<span class="score">4.3</span>${cover(15)}`,
    cover(32),
  );
  expect(read(box)).toMatchObject({
    score: five(4.3),
    criteria: [{ name: 'Story', score: hundred(80) }],
    readers: { score: hundred(68), count: 12 },
  });
});

test('reads a Let’s Review block', () => {
  const box = `<div class="lets-review-block__wrap" data-score-format="2"><h2 class="lets-review-block__title">Solaris</h2>
<div class="lets-review-block__crit" data-score="80"><div class="lets-review-block__crit__title">Story</div><div class="lets-review-block__crit__score">8</div></div>
<div class="lets-review-block__pros"><div class="lets-review-block__procon lets-review-block__pro">The ocean</div></div>
<div class="lets-review-block__cons"><div class="lets-review-block__procon lets-review-block__con">The motorway</div></div>
<div class="lets-review-block__conclusion">See it on a large screen.</div>
<div class="lets-review-block__final-score"><div class="score">8.5</div></div></div>`;
  expect(read(box)).toMatchObject({
    film: { title: 'Solaris', year: 1972 },
    score: ten(8.5),
    criteria: [{ name: 'Story', score: ten(8) }],
    verdict: 'See it on a large screen.',
    pros: ['The ocean'],
    cons: ['The motorway'],
  });
});

test('reads a box without figures as a review without a score', () => {
  const review = read(tagDiv('', ''));
  expect(review).toMatchObject({ film: { title: 'Solaris' }, score: null, criteria: [], readers: null });
});

test('gives no readers’ score before anyone has voted', () => {
  const box = wpReview(
    '',
    'percentage',
    '<span>Story - <span>80%</span></span>',
    '<span class="review-total-box">85%</span>',
  );
  expect(read(box.replace('>68%<', '>0%<').replace('>12<', '>0<'))?.readers).toBeNull();
});

test('reads several boxes as a list of reviews', () => {
  expect(read(tagDiv('', '8.5') + tagDiv('', '7.5'))).toBeNull();
});

test('does not read the same box about a game as a film review', () => {
  const box = tagDiv(tagDivBars('Gameplay - 80 %'), '8.5');
  expect(read(`<p>Developer: A Studio<br>Platform: PC</p>${box}`, 'Some Quest Review')).toBeNull();
});
