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
  // The section that the address names is rendered only after the settings are loaded.
  void state.open().then(() => document.getElementById(location.hash.slice(1))?.scrollIntoView());
}
