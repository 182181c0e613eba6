import { render } from 'preact';
import { CoverPicturesContext } from '../../components/ui/cover/cover-pictures.ts';
import { prepareOwnPage } from '../../lib/i18n/own-page.ts';
import { followAppearance } from '../../lib/settings/appearance.ts';
import { loadShownAppearance } from '../../lib/settings/shown-appearance.ts';
import '../../components/ui/ui.css';
import '../../components/rating/rating.css';
import '../../components/film/film.css';
import '../../components/film/lists.css';
import '../../components/review-text/review-text.css';
import '../../components/film/own/own.css';
import './popup.css';
import { Popup } from './Popup.tsx';
import { createPopupState, parseTabId } from './popup-state.ts';

await prepareOwnPage('extensionName', loadShownAppearance().language);
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
followAppearance();
