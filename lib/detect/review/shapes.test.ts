import { expect, test } from 'vitest';
import type { PageReview } from '../../films/review-types.ts';
import { readReview } from './read-review.ts';

// One review in which one field is marked up in many ways.

interface Shape {
  heading?: string;
  /** What the text calls the film. */
  named?: string;
  before?: string;
  after?: string;
  outside?: string;
  head?: string;
}

function read({
  heading = 'Fargo (1996)',
  named = 'Fargo',
  before = '',
  after = '',
  outside = '',
  head = '',
}: Shape): PageReview | null {
  const html = `<!DOCTYPE html><html lang="en"><head><title>${heading} - Row F</title>${head}</head><body><div id="page">
    <article class="post hentry"><h1 class="entry-title">${heading}</h1><p class="cat-links"><a href="/film/" rel="tag">Film reviews</a></p>${before}<div class="entry-content">
    <p>Snow, a parking lot, and a woman seven months along who is smarter than everyone she interviews. ${named} is the best movie of its directors.</p>
    <p>Frances McDormand is wonderful and William H. Macy sweats through every scene. The camera shoots white on white, and the score is a funeral.</p>
    <p>The dinner in the middle of the film puzzled me, and it still does. But what a picture!</p>${after}</div></article>${outside}</div></body></html>`;
  return readReview(
    new DOMParser().parseFromString(html, 'text/html'),
    'https://row-f.example/2019/04/fargo/',
  );
}

const script = (data: object): string =>
  `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
const counter = (type: unknown, userInteractionCount: number) => ({
  '@type': 'InteractionCounter',
  interactionType: type,
  userInteractionCount,
});
const article = (interactionStatistic: unknown) =>
  script({
    '@context': 'https://schema.org',
    '@type': 'Article',
    headline: 'Fargo (1996)',
    interactionStatistic,
  });

test.each<[text: string, count: number | null, shape: Shape]>([
  ['Un răspuns', 1, { outside: '<div id="comments"><h2>Un răspuns la „Fargo”</h2></div>' }],
  ['Jedna odpověď', 1, { outside: '<div id="comments"><h3>Jedna odpověď na Fargo</h3></div>' }],
  ['3 Antworten', 3, { outside: '<div id="comments"><h3>3 Antworten zu „Fargo“</h3></div>' }],
  ['2 réponses', 2, { outside: '<div id="comments"><h3>2 réponses à Fargo</h3></div>' }],
  ['2 תגובות', 2, { outside: '<div id="comments"><h3>2 תגובות</h3></div>' }],
  ['7 bình luận', 7, { outside: '<div id="comments"><h3>7 bình luận</h3></div>' }],
  ['a count beside views', 2, { after: '<p class="info">留言(2) 人氣(1,284)</p>' }],
  ['a small element outside the article', 12, { outside: '<ul><li><span>12 comments</span></li></ul>' }],
  [
    'a button with a number',
    7,
    { before: '<a class="post-ufi-comment-button"><span class="comment-count">7</span></a>' },
  ],
  [
    'data about actions',
    4,
    {
      head: article([
        counter('https://schema.org/LikeAction', 9),
        counter('https://schema.org/CommentAction', 4),
      ]),
    },
  ],
  [
    'data about an action as an object',
    5,
    { head: article(counter({ '@type': 'https://schema.org/CommentAction' }, 5)) },
  ],
  ['counts that differ', null, { outside: '<p><a href="/1">3 comments</a> <a href="/2">8 comments</a></p>' }],
  ['a sidebar', null, { outside: '<div class="sidebar"><a href="/1">3 comments</a></div>' }],
])('reads the number of comments: %s', (_text, count, shape) => {
  expect(read(shape)?.commentsCount).toBe(count);
});

test.each<[text: string, author: object | null, shape: Shape]>([
  [
    'a name and a job in elements side by side',
    { name: 'Maj Lindqvist', role: 'film critic' },
    {
      before:
        '<div class="byline"><span class="name">Maj Lindqvist</span><span class="job-line">film critic</span></div>',
    },
  ],
  [
    'a list of bylines',
    { name: 'Ingrid Moe', role: 'film critic' },
    { before: '<ul class="bylines"><li><a href="/i">Ingrid Moe</a><span>film critic</span></li></ul>' },
  ],
  [
    'a job on the next line, in small letters',
    { name: 'Bartosz Kita', role: 'krytyk filmowy' },
    {
      before:
        '<div class="who"><span itemprop="author">Bartosz Kita</span><br><small>krytyk filmowy</small></div>',
    },
  ],
  [
    'a hidden item with a name',
    { name: 'Fosca' },
    { before: '<span hidden itemprop="author" itemscope><meta itemprop="name" content="Fosca"></span>' },
  ],
  [
    'the head of the page',
    { name: 'Kerry Lund' },
    { head: '<meta property="article:author" content="Kerry Lund">' },
  ],
  [
    'a handle before one of an answer',
    { name: 'reelmonkey' },
    {
      before: '<p class="author">by <a href="/m/3">reelmonkey</a></p>',
      after: '<p class="author">by <a href="/m/9">Haddock</a></p>',
    },
  ],
  [
    'the link of a user',
    { name: 'kinoshnik' },
    { before: '<a class="i-ljuser-username" href="/profile"><b>kinoshnik</b></a>' },
  ],
  ['a name before "posted"', { name: '阿光' }, { after: '<p>阿光 發表在 最後一排</p>' }],
  ['Indonesian', { name: 'Rangga Putra' }, { before: '<p>Oleh Rangga Putra, 1 Oktober 2017</p>' }],
  ['Arabic', { name: 'سامر النجار' }, { before: '<p>بقلم: سامر النجار</p>' }],
  ['Hebrew', { name: 'אורי כספי' }, { before: '<p class="byline">מאת: אורי כספי</p>' }],
  [
    'an address in the head',
    null,
    { head: '<meta property="article:author" content="https://social.example/kerry">' },
  ],
])('reads the author: %s', (_text, author, shape) => {
  const found = read(shape)?.author;
  if (author === null) expect(found).toBeNull();
  else expect(found).toMatchObject(author);
});

const picture = (name: string, alt = ''): string => `<img src="/gifs/${name}.gif" alt="${alt}">`;
const pictures = (...names: string[]): string => `<p>${names.map((name) => picture(name)).join('')}</p>`;

test.each<[text: string, score: [number, number] | null, shape: Shape]>([
  ['files of stars', [4, 5], { after: pictures('star', 'star', 'star', 'star', 'star-off') }],
  ['halves and empties', [2.5, 4], { after: pictures('star_full', 'star_full', 'half-star', 'star_empty') }],
  [
    'alternative texts',
    [3, 5],
    {
      after: `<p>${['star', 'star', 'star', 'empty star', 'empty star'].map((alt, at) => picture(`i${at}`, alt)).join('')}</p>`,
    },
  ],
  [
    'AMP',
    [4, 5],
    {
      after: `<div>${'<amp-img src="/full-star.svg" alt="star"></amp-img>'.repeat(4)}<amp-img src="/e.svg" alt="no star"></amp-img></div>`,
    },
  ],
  [
    'a scale in brackets after the pictures',
    [3.5, 4],
    {
      after: `<p>${picture('star')}${picture('star')}${picture('star')}${picture('halfstar')} (out of four)</p>`,
    },
  ],
  [
    'a letter with a sign as a picture',
    [9, 12],
    { after: `<p><b>My grade:</b> ${picture('bplus', 'B+')}</p>` },
  ],
  ['a letter in a picture of grades', [11, 12], { after: `<p>Grade: ${picture('grade-a', 'A')}</p>` }],
  [
    'a letter at the start of the text',
    null,
    { after: `<p>${picture('dropcap-a', 'A')} long time ago.</p>` },
  ],
  ['a die as a picture', [5, 6], { before: '<div><img src="/d5.svg" alt="Terningkast 5"></div>' }],
  ['somebody’s grade', [6, 12], { after: '<p>Gwen’s grade: C+</p>' }],
  ['somebody’s rating of another service', null, { after: '<p>IMDb’s rating: 8.1/10</p>' }],
  ['Romanian', [9.5, 10], { after: '<p>Nota mea: 9,5/10</p>' }],
  ['Thai, in the first person', [3.5, 5], { after: '<p>ให้ 3.5 จาก 5 ดาว</p>' }],
  [
    'a paragraph with the id of an editor',
    [4, 5],
    { after: '<p id="viewer-c"><span>Four stars out of five.</span></p>' },
  ],
  ['the score of viewers', null, { after: '<p class="viewer-rating"><span>4/5</span></p>' }],
  ['a page in a carousel', null, { after: '<p class="page-count"><span>4/5</span></p>' }],
  [
    'photos of a film with "star" in its name',
    null,
    { after: pictures('star-wars-1', 'star-wars-2', 'star-wars-3', 'star-wars-4', 'star-wars-5') },
  ],
])('reads the score: %s', (_text, score, shape) => {
  const found = read(shape)?.score;
  expect(found ? [found.value, found.best] : null).toEqual(score);
});

test.each<[text: string, year: number | null, shape: Shape]>([
  ['credits after the text', 1996, { after: '<p><i>"Fargo", dir. Joel Coen, USA 1996</i></p>' }],
  [
    'credits with a director',
    1996,
    { before: '<p><em>Regie: Joel Coen. Met Frances McDormand. 1996, 98 minuten.</em></p>' },
  ],
  ['a heading above facts', 1996, { before: '<div><h3>Fargo (1996)</h3><p>Director: Joel Coen</p></div>' }],
  [
    'brackets after the title in the line below the heading',
    1996,
    { before: '<p class="deck">On Joel Coen’s <em>Fargo</em> (1996)</p>' },
  ],
  ['brackets with a country', 1996, { before: '<p>Some words on Fargo (USA 1996)</p>' }],
  ['two years in one line', null, { after: '<p><i>"Fargo", dir. Joel Coen, 1996, restored 2017</i></p>' }],
  ['another film in brackets', null, { after: '<p>Next week: Raising Arizona (1987).</p>' }],
  ['a day of release', null, { after: '<p>Director: Joel Coen. Release: 5 April 1996</p>' }],
])('reads the year: %s', (_text, year, shape) => {
  expect(read({ heading: 'Fargo', ...shape })?.film.year).toBe(year);
});

test.each<[heading: string, title: string, shape: Shape]>([
  ['112: Fargo', 'Fargo', { named: 'This', before: '<p>Episode 112</p>' }],
  ['112 – Fargo', 'Fargo', { named: 'This', before: '<p>Ep. 112 with Lotte</p>' }],
  ['2001: A Space Odyssey', '2001: A Space Odyssey', { named: 'This', before: '<p>Episode 112</p>' }],
])('finds the title below %s', (heading, title, shape) => {
  expect(read({ heading, ...shape })?.film.title).toBe(title);
});

test('reads the day of a note below the text, not that of a later change', () => {
  const after = '<p>Reviewed April 2, 1996 by Dale Hutch. This page last updated January 4, 2002.</p>';
  expect(read({ after })?.date).toBe('1996-04-02');
});

test('reads the day that a list keeps in an attribute', () => {
  const before =
    '<ul><li class="publish" title="2012-08-03 22:15:00"><span>Aug</span> <span>03</span></li></ul>';
  expect(read({ before })?.date?.slice(0, 10)).toBe('2012-08-03');
});
