import { render } from 'preact';
import { findLanguage, t } from '../../lib/i18n/messages.ts';
import '../../components/ui/ui.css';
import '../../components/rating/rating.css';
import '../../components/film/film.css';
import '../../components/log/log.css';
import '../../components/lists/lists.css';
import './log.css';
import { registerKeys } from './keyboard/register-keys.ts';
import { LogPage } from './LogPage.tsx';
import { createLogState } from './state/log-state.ts';

document.documentElement.lang = findLanguage();
document.title = t('logTitle');

const root = document.getElementById('root');
if (root) {
  const state = createLogState({
    read: () => location.hash,
    write: (hash, isStep) => history[isStep ? 'pushState' : 'replaceState'](null, '', hash),
  });
  addEventListener('popstate', () => state.applyAddress());
  addEventListener('hashchange', () => state.applyAddress());
  registerKeys(state);
  render(<LogPage state={state} />, root);
  void state.open();
}
