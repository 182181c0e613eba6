import { render } from 'preact';
import { prepareOwnPage } from '../../lib/i18n/own-page.ts';
import { followAppearance } from '../../lib/settings/appearance.ts';
import { loadShownAppearance } from '../../lib/settings/shown-appearance.ts';
import '../../components/ui/ui.css';
import '../../components/settings/settings.css';
import '../../components/settings/sync/sync.css';
import { OptionsPage } from './OptionsPage.tsx';
import { createOptionsState } from './options-state.ts';

await prepareOwnPage('optionsTitle', loadShownAppearance().language);

const root = document.getElementById('root');
if (root) {
  const state = createOptionsState();
  render(<OptionsPage state={state} />, root);
  // The section that the address names is rendered only after the settings are loaded.
  void state.open().then(() => document.getElementById(location.hash.slice(1))?.scrollIntoView());
}
followAppearance();
