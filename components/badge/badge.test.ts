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
const known: Unlabelled = {
  kind: 'film',
  film,
  scores: [critics, audience, { ...critics, source: 'metacritic', value: 91 }],
  own: null,
  quote: { text: 'A heart on its sleeve.', source: 'Frame and Field', score: '4.1 of 5' },
  hidesScores: false,
};

/** Mounts a badge that accepts synthetic events, unless `options` says otherwise. */
function mount(
  state: Unlabelled,
  options: Partial<Pick<BadgeOptions, 'accepts' | 'loadDetails'>> = { accepts: () => true },
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

test.each<[Unlabelled, string, string]>([
  [known, '958.0', 'Her: critics 95%, Rotten Tomatoes; audience 8.0 of 10, IMDb'],
  [{ ...known, own: { rating: 9, watched: true } }, '4½', 'Her: your rating 4½ stars; seen'],
  [
    { ...known, own: { rating: null, watched: true } },
    '958.0',
    'Her: critics 95%, Rotten Tomatoes; audience 8.0 of 10, IMDb; seen',
  ],
  [{ ...known, hidesScores: true }, '', 'Her: Scores are hidden until you have seen the film'],
  [{ kind: 'no-score', film, own: null }, 'no score yet', 'Her: no score yet'],
  [{ kind: 'ambiguous', candidates: 3 }, 'which one?', 'Which one? 3 films have this title'],
])('a badge shows short figures; its label has source, score and scale (case %#)', (state, text, name) => {
  const { button } = mount(state);
  expect(button.textContent).toBe(text);
  expect(button.getAttribute('aria-label')).toBe(name);
  expect(button.querySelectorAll('.sep')).toHaveLength(text === '958.0' ? 1 : 0);
});

test('hovering opens the details and leaving closes them', () => {
  const { page, button } = mount(known);
  fireEvent.pointerEnter(button.parentElement!);
  vi.runAllTimers();
  const details = page.getByRole('dialog', { name: 'Her' });
  expect(details.textContent).toContain('Critics Rotten Tomatoes, 287 reviews');
  expect(details.textContent).toContain('“A heart on its sleeve.” Frame and Field, 4.1 of 5');
  expect(button.getAttribute('aria-expanded')).toBe('true');
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
  const text = page.getByRole('dialog').textContent;
  expect(text).toContain('Scores are hidden until you have seen the film');
  expect(text).not.toMatch(/95|8\.0|sleeve/);
});

test('an update redraws the badge in place and keeps the details open', () => {
  const { badge, page, button } = mount(known);
  fireEvent.click(button);
  badge.update(labelBadge({ ...known, own: { rating: 9, watched: true } }));
  expect(page.getByRole('dialog').textContent).toContain('4½ stars · seen');
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
    expect([page.queryByRole('dialog'), button.getAttribute('aria-expanded')]).toEqual([null, 'false']);
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
    expect(page.getByRole('dialog').textContent).toContain('4½ stars · seen');
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
