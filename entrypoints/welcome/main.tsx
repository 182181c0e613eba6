import { render } from 'preact';
import { findLanguage, t } from '../../lib/i18n/messages.ts';
import '../../components/ui/ui.css';
import './welcome.css';
import { WelcomePage } from './WelcomePage.tsx';
import { createWelcomeState } from './welcome-state.ts';

document.documentElement.lang = findLanguage();
document.title = t('welcomeTitle');

const root = document.getElementById('root');
if (root) {
  const state = createWelcomeState();
  render(<WelcomePage state={state} />, root);
  void state.open();
}
