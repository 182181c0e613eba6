import type { BadgeView } from '../../lib/messaging/types.ts';
import { createBadgeButton, fillBadgeButton } from './badge-button.ts';
import { element } from './element.ts';

/** The views that have details. */
export type FilmBadge = Extract<BadgeView, { film: object }>;

/** Draws the details of a view at the end of `frame`, beside its button, until `signal` is aborted. */
export type DrawDetails = (
  view: FilmBadge,
  frame: HTMLElement,
  button: HTMLElement,
  signal: AbortSignal,
) => HTMLElement;

export interface BadgeOptions {
  /** The page's own theme. */
  theme: 'light' | 'dark';
  /** Whether the badge has half the width, for small posters. */
  isSmall?: boolean;
  /** Called when "Rate or log" (or "which one?") is pressed. */
  onRateOrLog: () => void;
  /** Returns the code that draws the details, which few badges need; null if it cannot be loaded. */
  loadDetails: () => DrawDetails | Promise<DrawDetails | null>;
  /** Filters out events that the page dispatches itself. Default: trusted events only. */
  accepts?: (event: Event) => boolean;
}

export interface MountedBadge {
  /** Redraws the badge in place; open details stay open. */
  update(view: BadgeView): void;
  setTheme(theme: BadgeOptions['theme']): void;
  remove(): void;
}

const openAfterMs = 300;
const closeAfterMs = 220;
const isTrusted = (event: Event): boolean => event.isTrusted;
const stop = (event: Event): void => event.stopPropagation();

interface LiveBadge extends Required<Omit<BadgeOptions, 'isSmall'>> {
  view: BadgeView;
  frame: HTMLElement;
  button: HTMLButtonElement;
  panel: HTMLElement | null;
  /** Aborted when the details close; they may still be loading. */
  opened: AbortController | null;
  /** Whether the focus moves into the details when they are drawn. */
  takesFocus: boolean;
  /** True when a press opened the details: the pointer leaving does not close them then. */
  isPinned: boolean;
  timer: ReturnType<typeof setTimeout> | undefined;
}

/**
 * Mounts a badge in `root`, a shadow root that has `badge.css`. Its details open on hover or a press.
 * Escape closes them and returns the focus to the badge. None of its events reaches the page's own handlers.
 */
export function mountBadge(
  root: ShadowRoot | Element,
  view: BadgeView,
  { accepts = isTrusted, isSmall = false, ...options }: BadgeOptions,
): MountedBadge {
  const button = createBadgeButton(isSmall);
  fillBadgeButton(button, view);
  const frame = element('span', { class: 'mq', 'data-theme': options.theme }, button);
  const closed = { panel: null, opened: null, takesFocus: false, isPinned: false, timer: undefined };
  const badge: LiveBadge = { ...options, accepts, view, frame, button, ...closed };
  listen(badge);
  root.append(frame);
  return {
    update: (next) => redraw(badge, next),
    setTheme: (theme) => frame.setAttribute('data-theme', theme),
    remove() {
      closeDetails(badge);
      frame.remove();
    },
  };
}

function redraw(badge: LiveBadge, view: BadgeView): void {
  const wasOpen = badge.opened !== null;
  const { isPinned, takesFocus } = badge;
  const hadFocus = badge.panel?.matches(':focus-within');
  closeDetails(badge);
  badge.view = view;
  fillBadgeButton(badge.button, view);
  if (!wasOpen) return;
  badge.takesFocus = takesFocus || hadFocus === true;
  showDetails(badge);
  badge.isPinned = isPinned;
}

function showDetails(badge: LiveBadge): void {
  clearTimeout(badge.timer);
  const { view, frame } = badge;
  if (badge.opened || !('film' in view) || !frame.isConnected) return;
  badge.opened = new AbortController();
  const { signal } = badge.opened;
  const draw = badge.loadDetails();
  if (!(draw instanceof Promise)) return openDetails(badge, view, draw, signal);
  void draw.then((loaded) => {
    if (signal.aborted) return;
    if (loaded && frame.isConnected) openDetails(badge, view, loaded, signal);
    else closeDetails(badge);
  });
}

function openDetails(badge: LiveBadge, view: FilmBadge, draw: DrawDetails, signal: AbortSignal): void {
  const { frame, button } = badge;
  button.setAttribute('aria-expanded', 'true');
  badge.panel = draw(view, frame, button, signal);
  if (badge.takesFocus) enterDetails(badge);
  const onPressOutside = (event: Event): void => {
    const inside = frame.getRootNode();
    const own = inside instanceof ShadowRoot ? inside.host : frame;
    if (!event.composedPath().includes(own)) closeDetails(badge);
  };
  frame.ownerDocument.addEventListener('pointerdown', onPressOutside, { capture: true, signal });
  // Escape also closes details that opened on hover, wherever the focus is (WCAG 2.2, 1.4.13).
  const onEscape = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && badge.accepts(event)) closeDetails(badge);
  };
  frame.ownerDocument.addEventListener('keydown', onEscape, { signal });
}

/** Moves the focus into the details, once they are drawn. */
function enterDetails(badge: LiveBadge): void {
  badge.takesFocus = badge.panel === null;
  badge.panel?.querySelector<HTMLElement>('.act')?.focus();
}

function closeDetails(badge: LiveBadge): void {
  clearTimeout(badge.timer);
  badge.opened?.abort();
  badge.panel?.remove();
  badge.panel = badge.opened = null;
  badge.isPinned = badge.takesFocus = false;
  badge.button.removeAttribute('aria-expanded');
}

function listen(badge: LiveBadge): void {
  const { frame, accepts } = badge;
  const later = (change: (badge: LiveBadge) => void, afterMs: number): void => {
    clearTimeout(badge.timer);
    badge.timer = setTimeout(() => change(badge), afterMs);
  };
  const isFromOutside = (event: FocusEvent): boolean =>
    accepts(event) && !(event.relatedTarget instanceof Node && frame.contains(event.relatedTarget));
  frame.addEventListener('click', (event) => onClick(badge, event));
  frame.addEventListener('keydown', (event) => onKeyDown(badge, event));
  for (const type of ['keyup', 'keypress', 'pointerdown', 'mousedown']) frame.addEventListener(type, stop);
  frame.addEventListener('pointerenter', (event) => {
    if (accepts(event) && event.pointerType !== 'touch') later(showDetails, openAfterMs);
  });
  frame.addEventListener('pointerleave', (event) => {
    if (accepts(event) && !badge.isPinned) later(closeDetails, closeAfterMs);
  });
  frame.addEventListener('focusout', (event) => {
    if (isFromOutside(event)) later(closeDetails, closeAfterMs);
  });
}

function onClick(badge: LiveBadge, event: MouseEvent): void {
  // The badge may be inside a link or a card that listens for clicks.
  event.preventDefault();
  event.stopPropagation();
  const { target } = event;
  if (!badge.accepts(event) || !(target instanceof Element)) return;
  const asksToAct = target.closest('.act') !== null;
  if (asksToAct || (!('film' in badge.view) && badge.button.contains(target))) {
    closeDetails(badge);
    badge.onRateOrLog();
  } else if (badge.button.contains(target)) {
    if (badge.isPinned && event.detail > 0) return closeDetails(badge);
    showDetails(badge);
    badge.isPinned = true;
    // A press by keyboard has a click count of 0: move the focus into the details.
    if (event.detail === 0) enterDetails(badge);
  }
}

function onKeyDown(badge: LiveBadge, event: KeyboardEvent): void {
  event.stopPropagation();
  if (event.key !== 'Escape' || !badge.panel || !badge.accepts(event)) return;
  event.preventDefault();
  if (event.target instanceof Node && badge.panel.contains(event.target)) badge.button.focus();
  closeDetails(badge);
}
