import { render } from 'preact';
import { findLanguage, t } from '../../lib/i18n/messages.ts';
import '../../components/ui/ui.css';
import '../../components/rating/rating.css';
import '../../components/film/film.css';
import '../../components/film/own/own.css';
import './popup.css';
import { Popup } from './Popup.tsx';
import { createPopupState, parseTabId } from './popup-state.ts';

document.documentElement.lang = findLanguage();
document.title = t('extensionName');
const askedTab = parseTabId(location.search);
// In a tab the page takes the window's width; in the browser's popup the style sheet sets it.
document.documentElement.classList.toggle('alone', askedTab !== null);

const root = document.getElementById('root');
if (root) {
  const state = createPopupState(askedTab);
  render(<Popup state={state} />, root);
  void state.open();
}
