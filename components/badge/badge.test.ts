import { fireEvent, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { labelBadge } from '../../lib/i18n/badge-label.ts';
import type { SourceScore } from '../../lib/films/review-types.ts';
import { mountBadge, type BadgeOptions, type DrawDetails } from './badge.ts';
import { drawDetails } from './details.ts';

type Unlabelled = Parameters<typeof labelBadge>[0];

beforeEach(() => {
  vi.useFakeTimers();
  // jsdom hides elements with the popover attribute but has no top layer to show them in.
  Object.assign(HTMLElement.prototype, {
    showPopover(this: HTMLElement) {
      this.removeAttribute('popover');
    },
  });
});

afterEach(() => {
  vi.useRealTimers();
  document.body.replaceChildren();
});

const film = { refs: [], title: 'Her', year: 2013, directors: ['Spike Jonze'], runtimeMinutes: 126 };
const critics: SourceScore = {
  source: 'rottentomatoes',
  sourceName: 'Rotten Tomatoes',
  kind: 'critics',
  value: 95,
  worst: 0,
  best: 100,
  count: 287,
  url: null,
  licence: null,
  asOf: '2026-11-22',
  note: null,
};
const audience: SourceScore = {
  ...critics,
  source: 'imdb',
  sourceName: 'IMDb',
  kind: 'audience',
  value: 8,
  best: 10,
};
const known = {
  kind: 'film' as const,
  film,
  scores: [critics, audience, { ...critics, source: 'metacritic', value: 91 }],
  own: null,
  isUnsure: false,
  hidesScores: false,
};

/** The text of an element, generated content included. */
const readWords = (element: Element): string =>
  [...element.querySelectorAll('*')].map((one) => one.getAttribute('data-text') ?? '').join('') +
  (element.getAttribute('data-text') ?? '');

/** Mounts a badge that accepts synthetic events, unless `options` says otherwise. */
function mount(
  state: Unlabelled,
  options: Partial<Pick<BadgeOptions, 'accepts' | 'loadDetails' | 'isSmall'>> = { accepts: () => true },
) {
  const onRateOrLog = vi.fn();
  const onPage = vi.fn();
  document.body.addEventListener('click', onPage, { once: true });
  const badge = mountBadge(document.body, labelBadge(state), {
    theme: 'light',
    onRateOrLog,
    loadDetails: () => drawDetails,
    ...options,
  });
  const page = within(document.body);
  return { badge, page, onRateOrLog, onPage, button: page.getByRole('button') };
}

/** What a badge draws: the names of its drawings and its figures, in order. */
function readFace(button: HTMLElement): string {
  const parts = button.querySelectorAll('svg, .figure, i');
  return [...parts]
    .map((part) => part.getAttribute('data-text') ?? part.getAttribute('class') ?? '|')
    .join(' ');
}

const noScore = { kind: 'no-score' as const, film, own: null, isUnsure: false, stated: [] };
const critical = 'critics 95%, Rotten Tomatoes';
const both = `${critical}; audience 8.0 of 10, IMDb`;

test.each<[Unlabelled, string, string]>([
  [known, 'pen 95 | people 8.0', `Her: ${both}`],
  [
    { ...known, scores: [audience, critics] },
    'people 8.0 | pen 95',
    `Her: audience 8.0 of 10, IMDb; ${critical}`,
  ],
  [{ ...known, scores: [critics] }, 'pen 95 | hollow', `Her: ${critical}`],
  [
    { ...known, own: { rating: 9, watched: true } },
    'pen 95 tick star 4½',
    `Her: ${both}; your rating 4½ stars; seen`,
  ],
  [{ ...known, own: { rating: 1, watched: false } }, 'pen 95 | star ½', `Her: ${both}; your rating ½ star`],
  [{ ...known, own: { rating: null, watched: true } }, 'pen 95 tick people 8.0', `Her: ${both}; seen`],
  [{ ...known, hidesScores: true }, 'hidden | hollow', 'Her: Scores are hidden until you have seen the film'],
  [{ ...known, isUnsure: true }, 'pen 95 | people 8.0', `Her: Is it this film?; ${both}`],
  [noScore, '– | hollow', 'Her: no score yet'],
  [
    { ...noScore, own: { rating: 9, watched: false } },
    '– | star 4½',
    'Her: no score yet; your rating 4½ stars',
  ],
  [{ kind: 'ambiguous', candidates: 3 }, 'which one?', 'Which one? 3 films have this title'],
  [{ kind: 'ambiguous', candidates: 1 }, 'this one?', 'Is it this film? 1 film has this title'],
  [{ kind: 'dismissed' }, '–', 'Marquee does not know this film, as you said'],
])(
  'a badge shows what is known and what is yours; its label says it in words (case %#)',
  (state, face, name) => {
    const { button } = mount(state);
    expect(readFace(button)).toBe(face);
    expect(button.getAttribute('aria-label')).toBe(name);
    // Real text would be found by `window.find` in a closed root.
    expect(button.textContent).toBe('');
    expect(button.classList.contains('unsure')).toBe('isUnsure' in state && state.isUnsure);
  },
);

test.each<[Unlabelled, string]>([
  [known, 'pen 95'],
  [{ ...known, own: { rating: null, watched: true } }, 'tick 95'],
  [{ ...known, own: { rating: 9, watched: true } }, 'star 4½'],
  [noScore, 'hollow –'],
  [{ kind: 'ambiguous', candidates: 3 }, '?'],
])('a small badge shows one figure (case %#)', (state, face) => {
  expect(readFace(mount(state, { isSmall: true }).button)).toBe(face);
});

test('hovering opens the details and leaving closes them', () => {
  const { page, button } = mount(known);
  fireEvent.pointerEnter(button.parentElement!);
  vi.runAllTimers();
  const details = page.getByRole('dialog', { name: 'Her' });
  expect(readWords(details)).toContain('Critics Rotten Tomatoes, 287 reviews');
  expect(button.getAttribute('aria-expanded')).toBe('true');
  expect(page.getAllByRole('button')).toHaveLength(2);
  fireEvent.pointerLeave(button.parentElement!);
  vi.runAllTimers();
  expect(page.queryByRole('dialog')).toBeNull();
});

test('Enter moves the focus into the details and Escape moves it back to the badge', () => {
  const { page, button } = mount(known);
  fireEvent.click(button, { detail: 0 });
  const act = page.getByRole('button', { name: 'Rate or log' });
  expect(document.activeElement).toBe(act);
  fireEvent.keyDown(act, { key: 'Escape' });
  expect(page.queryByRole('dialog')).toBeNull();
  expect(document.activeElement).toBe(button);
});

test('"Rate or log" opens the popup, and the click does not reach the page', () => {
  const { page, button, onRateOrLog, onPage } = mount(known);
  fireEvent.click(button, { detail: 1 });
  fireEvent.click(page.getByRole('button', { name: 'Rate or log' }));
  expect(onRateOrLog).toHaveBeenCalledOnce();
  expect(onPage).not.toHaveBeenCalled();
});

test('"which one?" opens the popup at once', () => {
  const { button, onRateOrLog } = mount({ kind: 'ambiguous', candidates: 2 });
  fireEvent.click(button);
  expect(onRateOrLog).toHaveBeenCalledOnce();
});

test('synthetic events from the page do nothing', () => {
  const { page, button, onRateOrLog } = mount(known, {});
  fireEvent.click(button);
  fireEvent.pointerEnter(button.parentElement!);
  vi.runAllTimers();
  expect(page.queryByRole('dialog')).toBeNull();
  expect(onRateOrLog).not.toHaveBeenCalled();
});

test('hidden scores are hidden in the details too', () => {
  const { page, button } = mount({ ...known, hidesScores: true });
  fireEvent.click(button);
  const dialog = page.getByRole('dialog');
  expect(within(dialog).getAllByLabelText('Scores are hidden until you have seen the film')).toHaveLength(3);
  expect(readWords(dialog)).toContain('Her');
  expect(readWords(dialog)).not.toMatch(/95|8\.0/);
});

test('the details have no text that the page could find, whatever the film is', () => {
  const awards = 'Oscar: Original Screenplay';
  const own = { rating: 9, watched: true } as const;
  const texts = [
    known,
    { ...known, isUnsure: true, awards, own },
    { ...known, hidesScores: true },
    noScore,
  ].map((state) => {
    const { page, badge, button } = mount(state);
    fireEvent.click(button);
    const text = page.getByRole('dialog').textContent;
    badge.remove();
    return text;
  });
  expect(texts).toEqual(texts.map(() => 'Rate or log'));
});

test('details of a film found by its title alone ask whether it is the one', () => {
  const { page, button } = mount({ ...known, isUnsure: true });
  fireEvent.click(button);
  expect(readWords(page.getByRole('dialog'))).toMatch(/^Her2013 · Spike Jonze · .*Is it this film\?Critics/);
});

test('the focus alone opens nothing', () => {
  const { page, button } = mount(known);
  button.focus();
  vi.runAllTimers();
  expect(page.queryByRole('dialog')).toBeNull();
});

test('the details have the film’s prizes, also while scores are hidden', () => {
  const { page, button } = mount({ ...known, hidesScores: true, awards: 'Oscar: Original Screenplay' });
  fireEvent.click(button);
  expect(readWords(page.getByRole('dialog'))).toMatch(/Oscar: Original Screenplay$/);
});

test('the details of a film without scores have those that other pages stated', () => {
  const stated = [{ ...audience, source: 'letterboxd', sourceName: 'Letterboxd', value: 4.2, best: 5 }];
  const { page, button } = mount({ ...noScore, stated });
  expect(readFace(button)).toBe('– | hollow');
  fireEvent.click(button);
  expect(readWords(page.getByRole('listitem'))).toContain(
    'Audience Letterboxd, 287 votes, as of 22 Nov 2026',
  );
});

test('an update redraws the badge in place and keeps the details open', () => {
  const { badge, page, button } = mount(known);
  fireEvent.click(button);
  badge.update(labelBadge({ ...known, own: { rating: 9, watched: true } }));
  expect(page.getByRole('img', { name: '4½ stars · seen' })).toBeTruthy();
  expect(button.isConnected).toBe(true);
  badge.remove();
  expect(document.body.childElementCount).toBe(0);
});

describe('while the details are loaded', () => {
  let end: (draw: DrawDetails | null) => Promise<void>;
  const mountLoading = () => {
    const loading = Promise.withResolvers<DrawDetails | null>();
    end = async (draw) => {
      loading.resolve(draw);
      await vi.advanceTimersByTimeAsync(0);
    };
    return mount(known, { accepts: () => true, loadDetails: () => loading.promise });
  };

  test('the badge is closed; then they open, and Enter goes in', async () => {
    const { page, button } = mountLoading();
    fireEvent.click(button, { detail: 0 });
    expect([page.queryByRole('dialog'), button.getAttribute('aria-expanded')]).toEqual([null, null]);
    await end(drawDetails);
    expect(button.getAttribute('aria-expanded')).toBe('true');
    expect(document.activeElement).toBe(page.getByRole('button', { name: 'Rate or log' }));
  });

  test('a pointer that leaves the badge keeps them closed', async () => {
    const { page, button } = mountLoading();
    fireEvent.pointerEnter(button.parentElement!);
    vi.runAllTimers();
    fireEvent.pointerLeave(button.parentElement!);
    vi.runAllTimers();
    await end(drawDetails);
    expect(page.queryByRole('dialog')).toBeNull();
  });

  test('another view is drawn in place, and its details open', async () => {
    const { badge, page, button } = mountLoading();
    fireEvent.click(button, { detail: 0 });
    badge.update(labelBadge({ ...known, own: { rating: 9, watched: true } }));
    await end(drawDetails);
    expect(page.getByRole('img', { name: '4½ stars · seen' })).toBeTruthy();
    expect(document.activeElement).toBe(page.getByRole('button', { name: 'Rate or log' }));
  });

  test('a removed badge opens nothing', async () => {
    const { badge, button } = mountLoading();
    fireEvent.click(button, { detail: 1 });
    badge.remove();
    await end(drawDetails);
    expect(document.body.childElementCount).toBe(0);
  });

  test('a failure leaves it closed, and another press asks again', async () => {
    const loadDetails = vi
      .fn<BadgeOptions['loadDetails']>()
      .mockReturnValueOnce(Promise.resolve(null))
      .mockReturnValue(drawDetails);
    const { page, button } = mount(known, { accepts: () => true, loadDetails });
    fireEvent.click(button, { detail: 1 });
    await vi.advanceTimersByTimeAsync(0);
    expect(page.queryByRole('dialog')).toBeNull();
    fireEvent.click(button, { detail: 1 });
    expect(page.getByRole('dialog')).toBeTruthy();
  });
});
