/**
 * The structure of a WordPress theme's or plugin's review box, from its public source (October 2026). In a
 * field, `|` separates selectors; the first that matches something counts.
 */
export interface Theme {
  name: string;
  box: string;
  title?: string;
  /** One criterion with its name and its score or bar. */
  item: string;
  total: string;
  readers?: string;
  /** The bar of the readers' score, which shows the scale of a bare number. */
  readersBar?: string;
  votes?: string;
  verdict: string;
  pros?: string;
  cons?: string;
  /** The top of the scale for bare numbers, by a selector that the box or one of its elements matches. */
  scales: [selector: string, best: number][];
  /** Bars that cover the missing part, so that the score is 100 minus their width. */
  cover?: string;
}

export const themes: Theme[] = [
  {
    name: 'Soledad',
    box: '.wrapper-penci-review',
    item: '.penci-review-number > li',
    total: '.penci-review-score-num',
    verdict: '.penci-review-desc',
    pros: '.penci-review-good li',
    cons: '.penci-review-bad li',
    scales: [['*', 10]],
  },
  {
    name: 'Taqyeem',
    box: '.review_wrap, #review-box, .review-box.review-top, .review-box.review-bottom',
    item: '.review-item',
    total: '.review-final-score h3|.review-final-score .post-large-rate',
    readers: '.taq-score',
    readersBar: '[data-rate]',
    votes: '.taq-count',
    verdict: '.review-final-score h4|.review-short-summary',
    scales: [
      ['.review-percentage', 100],
      ['.review-stars', 5],
      ['*', 10],
    ],
  },
  {
    name: 'Gonzo',
    box: '#omc-review-wrapper',
    title: '[itemprop="itemreviewed"]',
    item: '.omc-review-criteria',
    total:
      '#omc-criteria-final-score [itemprop="rating"]|#omc-criteria-final-score h3|#omc-criteria-final-score',
    readers: '.omc-user-review-description .score',
    readersBar: '.omc-user-review-rating',
    votes: '.omc-user-review-description .count',
    verdict: '#omc-criteria-final-score h4|#omc-short-summary',
    scales: [
      ['.omc-final-score-percent, .omc-criteria-percent', 100],
      ['.omc-final-score-stars, .omc-criteria-star', 5],
    ],
  },
  {
    name: 'WP Review',
    box: '.review-wrapper[class*="wp-review"]',
    title: '.review-title [itemprop="name"]',
    item: '.review-list > li',
    total: '.review-total-wrapper .review-total-box|.review-total-wrapper|.review-total-star',
    readers: '.wp-review-user-rating-total',
    votes: '.wp-review-user-rating-counter',
    verdict: '.review-desc',
    pros: '.review-pros li|.review-pros p|.mts-list-pros li',
    cons: '.review-cons li|.review-cons p|.mts-list-cons li',
    scales: [
      ['[class*="percentage-type"]', 100],
      ['[class*="point-type"]', 10],
      ['[class*="star-type"]', 5],
    ],
  },
  {
    name: 'tagDiv',
    box: '.td-review',
    item: '.td-review-row-stars, .td-review-row-bars',
    total: '.td-review-final-score',
    verdict: '.td-review-summary-content|.td-review-summary > div|.td-review-summary',
    scales: [
      ['.td-review-percent-sign', 100],
      ['.td-review-row-stars', 5],
      ['*', 10],
    ],
  },
  {
    name: "Let's Review",
    box: '.lets-review-block__wrap',
    title: '.lets-review-block__title',
    item: '.lets-review-block__crit',
    total: '.lets-review-block__final-score .score|.lets-review-block__final-score',
    readers:
      '.lets-review-block__user-rating .lets-review-block__crit__score|.lets-review-block__user-rating__score',
    votes: '.lets-review-block__user-rating__votes|.lets-review-block__user-rating',
    verdict: '.lets-review-block__conclusion',
    pros: '.lets-review-block__pro',
    cons: '.lets-review-block__con',
    scales: [
      ['[data-score-format="1"]', 100],
      ['[data-score-format="3"]', 5],
      ['[data-score-format="2"]', 10],
    ],
  },
  {
    name: 'Valenti, 15zine',
    box: '#cb-review-container, .cb-review-box',
    title: '#cb-review-title',
    item: '.cb-bar:not(.cb-user-rating)',
    total: '.cb-score-box .score|.cb-score-box',
    readers: '.cb-user-rating .cb-criteria-score|.cb-user-rating .cb-overlay-stars',
    readersBar: '.cb-user-rating .cb-overlay',
    votes: '.cb-user-rating .cb-criteria span|.cb-user-rating .cb-votes-count',
    verdict: '#cb-conclusion|.cb-summary',
    pros: '.cb-pros-list li|.cb-pros-cons:not(.cb-cons-list) li',
    cons: '.cb-cons-list li',
    scales: [
      ['.cb-stars, .cb-overlay-stars', 5],
      ['.cb-percent, .cb-percent-sign', 100],
    ],
    cover: '.cb-opacity',
  },
];
