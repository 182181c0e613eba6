import { render } from 'preact';
import { CoverPicturesContext } from '../../components/ui/cover/cover-pictures.ts';
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
  render(
    <CoverPicturesContext.Provider value={state.pictures}>
      <Popup state={state} />
    </CoverPicturesContext.Provider>,
    root,
  );
  void state.open();
}
