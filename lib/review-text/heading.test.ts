import { expect, test } from 'vitest';
import { parseReviewHeading } from './heading.ts';

test.each<[heading: string, title: string, year: number | null]>([
  ['Her – Review', 'Her', null],
  ['Her Review', 'Her', null],
  ['Review: Her (2013)', 'Her', 2013],
  ['Film Review: TROLLS (USA 2016) ***', 'TROLLS', 2016],
  ['Film Review: ‘Sound of Freedom’: A Must-See', 'Sound of Freedom', null],
  ['The Zone of Interest Review: A Chilling Examination', 'The Zone of Interest', null],
  ['The Greatest Showman (2017) – Review', 'The Greatest Showman', 2017],
  ['Forever My Girl (2018) [Movie Review]', 'Forever My Girl', 2018],
  ['Her Movie Review & Film Summary (2013)', 'Her', 2013],
  ['Kritik: Her', 'Her', null],
  ['Filmkritik zu „Das Leben der Anderen“', 'Das Leben der Anderen', null],
  ['Her – Kritik', 'Her', null],
  ['Critique : La Tête haute (2015)', 'La Tête haute', 2015],
  ['Her : critique du film', 'Her', null],
  ['Crítica de ‘Roma’', 'Roma', null],
  ['Reseña: Competencia oficial', 'Competencia oficial', null],
  ['Recensione: La grande bellezza', 'La grande bellezza', null],
  ['La grande bellezza, recensione', 'La grande bellezza', null],
  ['[CRITIQUE] La Tête haute (2015)', 'La Tête haute', 2015],
  ['Gomorra, la recensione del film di Matteo Garrone', 'Gomorra', null],
  ['A review of Her', 'Her', null],
  ['Schindler’s List Review', 'Schindler’s List', null],
  ['Review Film Pengabdi Setan (2017)', 'Pengabdi Setan', 2017],
  ['Laskar Pelangi: Ulasan Film', 'Laskar Pelangi', null],
  ['Review phim Mắt biếc', 'Mắt biếc', null],
  ['Recenzja filmu Ida', 'Ida', null],
  ['Recensione del film Dogman', 'Dogman', null],
  ['Kritik zum Film Barbara', 'Barbara', null],
  ['Crítica de la película Roma', 'Roma', null],
  ['Review: Film Socialisme', 'Film Socialisme', null],
  ['مراجعة فيلم كفرناحوم (2018)', 'كفرناحوم', 2018],
  ['نقد: ذيب', 'ذيب', null],
  ['ביקורת סרט: "פוקסטרוט" (2017)', 'פוקסטרוט', 2017],
  ['[รีวิว] ร่างทรง (2021)', 'ร่างทรง', 2021],
  ['รีวิวหนัง ร่างทรง', 'ร่างทรง', null],
  ['영화 버닝 (2018) 리뷰', '버닝', 2018],
  ['Рецензия на фильм «Сталкер»', 'Сталкер', null],
  ['"Zimna wojna". Miłość w formacie 4:3 [RECENZJA]', 'Zimna wojna', null],
])('finds the film in %s', (heading, title, year) => {
  expect(parseReviewHeading(heading)).toMatchObject({ title, year, saysReview: true });
});

test.each([
  'The Matrix (1999) - Reviews & Ratings',
  'Critic Reviews',
  'Her',
  'Preview: Her',
  'Reviewers wanted',
  'Kritiken',
])('does not read %s as the heading of a review', (heading) => {
  expect(parseReviewHeading(heading).saysReview).toBe(false);
});

test('reads the stars or the fraction after a title, but not a fraction that can be the title', () => {
  expect(parseReviewHeading('Review: Melancholia ****').score).toEqual({ value: 4, worst: 0, best: 5 });
  expect(parseReviewHeading('Her (2013) – Review – 8,5/10')).toMatchObject({
    title: 'Her',
    score: { value: 8.5, worst: 0, best: 10 },
  });
  for (const title of ['50/50', '9/10'])
    expect(parseReviewHeading(`Review: ${title}`)).toMatchObject({ title, score: null });
});

test.each([
  'Blindspot (2016) [Serial Review]',
  'Dark: Staffel 2 – Kritik',
  'Some Title game review',
  'Theaterkritik: Faust',
  'Critique du livre : Her',
  'Review buku Laskar Pelangi',
  'Review sách Mắt biếc',
  'ביקורת ספר: "היא"',
  'مراجعة مسلسل: هي',
  'รีวิวซีรีส์: เธอ',
  'Crítica de teatre: Faust',
])('recognises that %s is not about a film', (heading) => {
  expect(parseReviewHeading(heading).kind).not.toBeNull();
});
