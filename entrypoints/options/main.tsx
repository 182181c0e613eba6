import { render } from 'preact';
import { findLanguage, t } from '../../lib/i18n/messages.ts';
import '../../components/ui/ui.css';
import '../../components/settings/settings.css';
import { OptionsPage } from './OptionsPage.tsx';
import { createOptionsState } from './options-state.ts';

document.documentElement.lang = findLanguage();
document.title = t('optionsTitle');

const root = document.getElementById('root');
if (root) {
  const state = createOptionsState();
  render(<OptionsPage state={state} />, root);
  // What an address names is drawn only once the settings are there.
  void state.open().then(() => document.getElementById(location.hash.slice(1))?.scrollIntoView());
}
