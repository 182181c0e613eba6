import { render } from 'preact';
import { prepareOwnPage } from '../../lib/i18n/own-page.ts';
import { followAppearance } from '../../lib/settings/appearance.ts';
import { loadShownAppearance } from '../../lib/settings/shown-appearance.ts';
import '../../components/ui/ui.css';
import './welcome.css';
import { WelcomePage } from './WelcomePage.tsx';
import { createWelcomeState } from './welcome-state.ts';

await prepareOwnPage('welcomeTitle', loadShownAppearance().language);

const root = document.getElementById('root');
if (root) {
  const state = createWelcomeState();
  render(<WelcomePage state={state} />, root);
  void state.open();
}
followAppearance();
