import { expect, test } from 'vitest';
import type { PageReview, Score } from '../../films/review-types.ts';
import { readReview } from './read-review.ts';

const prose =
  'A station hangs above an ocean that thinks, and the man who comes to close it down stays for the one thing it sends him; the camera waits for both.';

function read(box: string): PageReview | null {
  const html = `<html lang="en"><head><title>Solaris – Review</title></head><body class="single"><article class="post">
<h1 class="entry-title">Solaris – Review</h1><p>Director: A. Tarkovsky</p><p>${prose}</p><p>${prose}</p>${box}</article></body></html>`;
  return readReview(new DOMParser().parseFromString(html, 'text/html'), 'https://reviews.example/solaris/');
}

const outOf = (best: number) => (value: number) => ({ value, worst: 0, best });
const [five, ten, hundred] = [outOf(5), outOf(10), outOf(100)];

interface Stated {
  score?: Score | null;
  criteria?: { name: string; score: Score }[];
  readers?: PageReview['readers'];
  verdict?: string | null;
  pros?: string[];
  cons?: string[];
}
const nothing: Stated = { score: null, criteria: [], readers: null, verdict: null, pros: [], cons: [] };
const story = (score: Score) => ({ name: 'Story', score });
const acting = (score: Score) => ({ name: 'Acting', score });

// Boxes of unknown themes, recognised by their rows, bars and the words in their class names.
test.each<[name: string, box: string, stated: Stated]>([
  [
    'names and bare numbers above bars, with the readers’ score in the same list',
    `<section class="review-box"><h3>Review</h3><div class="verdict-box"><div class="overall"><span class="number"><span>8.4</span></span><span>Superb</span></div>
<div class="text"><p>A patient film that earns its tears.</p></div></div><ul class="criteria">
<li><div><span class="label">Story</span><span>9.0</span></div><div class="bar-wrap"><div class="bar" style="width: 90%"></div></div></li>
<li><div><span class="label">Acting</span><span>7.8</span></div><div class="bar-wrap"><div class="bar" style="width: 78%"></div></div></li>
<li class="user-ratings"><div><span class="label">User Ratings <span>(<span>17</span> Votes)</span></span><span>7.3</span></div><div class="bar-wrap"><div class="bar" style="width: 73%"></div></div></li></ul></section>`,
    {
      score: ten(8.4),
      criteria: [story(ten(9)), acting(ten(7.8))],
      readers: { score: ten(7.3), count: 17 },
      verdict: 'A patient film that earns its tears.',
    },
  ],
  [
    'shares in attributes of its rows',
    `<div class="rate-box"><div class="overall-score"><span>8</span><span>Expert Score</span></div>
<div class="rate-bar" data-percent="80%"><div><span>Story</span></div><div style="width:80%"></div><div>8</div></div>
<div class="rate-bar" data-percent="90%"><div><span>Acting</span></div><div></div><div>9</div></div></div>`,
    { score: ten(8), criteria: [story(ten(8)), acting(ten(9))] },
  ],
  [
    'names inside their bars',
    `<div class="review-box"><div class="review-overall"><span class="overall-score">8.5</span></div>
<div class="criteria"><div class="thescore" style="width:80%;"><span>Story</span></div><span>8</span></div>
<div class="criteria"><div class="thescore" style="width:90%;"><span>Acting</span></div><span>9</span></div></div>`,
    { score: ten(8.5), criteria: [story(ten(8)), acting(ten(9))] },
  ],
  [
    'a score word in each row',
    `<div class="post-review"><div class="review-summary"><div class="score-box"><h4>75%</h4></div><div><strong>Summary : </strong><p>A patient film that earns its tears.</p></div></div>
<div><h5>Story</h5><div><span class="score-bar" style="width:80%"><span>Score : 80%</span></span></div></div>
<div><h5>Acting</h5><div><span class="score-bar" style="width:70%"><span>Score : 70%</span></span></div></div></div>`,
    {
      score: hundred(75),
      criteria: [story(hundred(80)), acting(hundred(70))],
      verdict: 'A patient film that earns its tears.',
    },
  ],
  [
    'gauges',
    `<ul><li><label>Story</label> <progress value="8" max="10">8/10</progress></li><li><label>Acting</label> <meter value="3.5" max="5"></meter></li>
<li><span>Camera</span> <div role="meter" aria-valuenow="9" aria-valuemax="10"></div></li></ul><p>Overall: <meter value="4" max="5">4 of 5</meter></p>`,
    { score: five(4), criteria: [story(ten(8)), acting(five(3.5)), { name: 'Camera', score: ten(9) }] },
  ],
  [
    'a table whose head gives the scale',
    `<table><thead><tr><th>Category</th><th>Score (out of 10)</th></tr></thead><tbody><tr><td>Story</td><td>8</td></tr><tr><td>Acting</td><td>9</td></tr><tr><td>Total</td><td>8.5</td></tr></tbody></table>`,
    { score: ten(8.5), criteria: [story(ten(8)), acting(ten(9))] },
  ],
  [
    'several on a line',
    '<p>Story: 3.5/5 — Acting: 4/5 — Music: 4.5/5</p><p>Our verdict: ★★★★</p>',
    {
      score: five(4),
      criteria: [story(five(3.5)), acting(five(4)), { name: 'Music', score: five(4.5) }],
    },
  ],
  [
    'stars whose class says that they are filled',
    `<p>Rating: ${'<span class="fa fa-star checked"></span>'.repeat(3)}${'<span class="fa fa-star"></span>'.repeat(2)}</p>`,
    { score: five(3) },
  ],
  [
    'a widget of stars',
    '<div class="overall-rating"><div class="rater-stars" data-rating="4.2"></div></div>',
    { score: five(4.2) },
  ],
  [
    'a letter in an element named for grades',
    '<div class="review-card"><div class="grade">B+</div></div>',
    { score: { value: 9, worst: 0, best: 12 } },
  ],
  [
    'Soledad, whose numbers are out of 10 although the attributes of its bars repeat them',
    `<aside class="wrapper-penci-review"><div class="penci-review-desc"><p>A patient film.</p></div><ul class="penci-review-number">
<li><div class="penci-review-point">Story</div><div class="penci-review-score">8.5</div><span class="penci-process-run" data-width="8.5"></span></li></ul>
<div class="penci-review-good"><ul><li>The light</li></ul></div><div class="penci-review-bad"><ul><li>The road</li></ul></div><div class="penci-review-score-num">8.8</div></aside>`,
    {
      score: ten(8.8),
      criteria: [story(ten(8.5))],
      verdict: 'A patient film.',
      pros: ['The light'],
      cons: ['The road'],
    },
  ],
])('reads a box of %s', (_name, box, stated) => {
  expect(read(box)).toMatchObject({ ...nothing, ...stated });
});

test.each<[name: string, box: string]>([
  [
    'a bare number with a bar that only repeats it',
    '<div><div class="point">Story</div><div>8.5</div><span data-width="8.5"></span></div>',
  ],
  [
    'scores of other sites in the facts',
    '<p>IMDb Rating: 7.4/10<br>Rotten Tomatoes Score: 91%<br>Metacritic score: 77/100</p>',
  ],
  [
    "others' scores in a list",
    '<ul><li>IMDb - 7.4/10</li><li>Rotten Tomatoes - 91%</li><li>Letterboxd - 3.9/5</li></ul><p>IMDb: 7.4/10 (12,345 votes)</p>',
  ],
  [
    "newspapers' scores in a list",
    '<h3>The press</h3><ul><li>The Guardian: ★★★★</li><li>Variety: 3/5</li><li>Le Monde: 4/5</li></ul><p>★★★★★ – Empire</p>',
  ],
  [
    'the key to the scale',
    '<ul><li>Masterpiece ★★★★★</li><li>Great ★★★★</li><li>Good ★★★</li><li>Poor ★★</li><li>Awful ★</li></ul><p>Our ratings: 10/10 = perfect, 5/10 = average.</p>',
  ],
  [
    'links to other reviews',
    '<ul><li><a href="/a/">Salt Road</a> <span>★★★☆☆</span></li><li><a href="/b/">Iron Tide</a> <span>★★☆☆☆</span></li></ul>',
  ],
  [
    'cards of other reviews',
    '<section class="more-reviews"><div><a href="/a/"><h4>Salt Road</h4></a><div class="rating" aria-label="3 out of 5 stars"></div></div></section>',
  ],
  [
    'a poll',
    '<div class="poll"><ul><li>Yes <span class="bar" style="width:70%"></span></li><li>No <span class="bar" style="width:30%"></span></li></ul></div>',
  ],
  ['the place in a gallery', '<div class="gallery"><span class="gallery-counter">1/5</span></div>'],
  [
    'what is hidden',
    '<div style="display: none"><p>Rating: 2/10</p></div><div hidden><p>Score: 3/10</p></div><template><p>Rating: 4/10</p></template>',
  ],
  [
    "the writer's box",
    '<div class="author-box"><h4>Back Row</h4><p>Rating: 7/10 on average. Favourites: Salt Road (10/10).</p></div>',
  ],
  [
    'stars to vote with',
    `<div class="user-rating"><h4>Rate this film</h4>${[1, 2, 3, 4, 5].map((n) => `<span title="${n} of 5 stars"></span>`).join('')}<p>User Rating: 0 ( 0 votes)</p></div>`,
  ],
  [
    'a widget nobody has used',
    '<div class="visitor-votes"><div class="rater-stars" data-rating="0"></div><span>[Total: 0 Average: 0]</span></div><div class="overall"><div class="rater-stars" data-rating="-1"></div></div>',
  ],
  [
    "another critic's words",
    '<blockquote><p>“Score: 9/10. The best film of the decade, whatever they say of it.” – Another Critic</p></blockquote>',
  ],
  ['a summary that begins with a fraction', '<div class="entry-summary">7/10 Splits</div>'],
  ['two scores that differ', '<p>4/5</p><p>3/5</p>'],
  [
    'figures in the prose',
    `<p>She works 24/7, remembers 9/11, and gives it a 50/50 chance; nine out of ten would leave, and 7 of 10 do.</p><p>50/50</p><p>9/11</p>`,
  ],
])('takes nothing from %s', (_name, box) => {
  expect(read(box)).toMatchObject(nothing);
});

test.each<[name: string, box: string, score: Score]>([
  ['a fraction alone', '<p style="text-align:center"><strong>4/5</strong></p>', five(4)],
  ['stars alone', '<p>★★★½</p>', five(3.5)],
  ['stars that open a paragraph', `<p>⭐️⭐️⭐️⭐️ – ${prose}</p>`, five(4)],
  ['the words of a picture', '<p><img src="4.png" alt="Four stars out of five"></p>', five(4)],
  ['a number in words', '<p>Rating: Three and a half out of five</p>', five(3.5)],
  ['stars of so many stars', '<p>★★★½ out of ★★★★</p>', { value: 3.5, worst: 0, best: 4 }],
  ['a picture alone', '<p><img src="4.png" alt="4 stars"></p>', five(4)],
  ['the first person', '<p>All told, I give Solaris 8 out of 10.</p>', ten(8)],
  [
    'the first person in German',
    '<p>Insgesamt vergebe ich nichts, aber ich gebe dem Film 7 von 10 Punkten.</p>',
    ten(7),
  ],
  ['the first person in French', '<p>Je lui donne 4/5.</p>', five(4)],
  ['a minus after a letter', '<p>Grade: A-</p>', { value: 10, worst: 0, best: 12 }],
  ['a scale in the label', '<p>Rating (out of 10): 8</p>', ten(8)],
])('takes the total score from %s', (_name, box, score) => {
  expect(read(box)?.score).toEqual(score);
});
