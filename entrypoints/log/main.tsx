import { render } from 'preact';
import { CoverPicturesContext } from '../../components/ui/cover/cover-pictures.ts';
import { prepareOwnPage } from '../../lib/i18n/own-page.ts';
import { sendMessage } from '../../lib/messaging/messages.ts';
import { followAppearance } from '../../lib/settings/appearance.ts';
import { loadShownAppearance } from '../../lib/settings/shown-appearance.ts';
import '../../components/ui/ui.css';
import '../../components/rating/rating.css';
import '../../components/film/film.css';
import '../../components/film/lists.css';
import '../../components/review-text/review-text.css';
import '../../components/log/log.css';
import '../../components/lists/lists.css';
import './log.css';
import { registerKeys } from './keyboard/register-keys.ts';
import { LogPage } from './LogPage.tsx';
import { createLogState } from './state/log-state.ts';

await prepareOwnPage('logTitle', loadShownAppearance().language);

/** The address that an entry of the browser's history remembers as the one before it. */
const readFrom = (entry: unknown): string | null =>
  typeof entry === 'object' && entry !== null && 'from' in entry && typeof entry.from === 'string'
    ? entry.from
    : null;

const root = document.getElementById('root');
if (root) {
  const state = createLogState({
    read: () => location.hash,
    // Each step remembers where it came from, also when the page is loaded again.
    write: (hash, isStep) =>
      isStep
        ? history.pushState({ from: location.hash }, '', hash)
        : history.replaceState(history.state, '', hash),
    from: () => readFrom(history.state),
    back: () => history.back(),
  });
  addEventListener('popstate', () => state.applyAddress());
  addEventListener('hashchange', () => state.applyAddress());
  registerKeys(state);
  render(
    <CoverPicturesContext.Provider value={state.pictures}>
      <LogPage state={state} />
    </CoverPicturesContext.Provider>,
    root,
  );
  void state.open();
  // Sync may be off, and the page waits for nothing of it.
  sendMessage('syncOnOpening', undefined).catch(() => undefined);
}
followAppearance();
