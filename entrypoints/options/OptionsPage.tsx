import { AlwaysSites } from '../../components/settings/AlwaysSites.tsx';
import { BadgeSettings } from '../../components/settings/BadgeSettings.tsx';
import { OffSites } from '../../components/settings/OffSites.tsx';
import { Logo } from '../../components/ui/Logo.tsx';
import { SafeLink } from '../../components/ui/SafeLink.tsx';
import { t } from '../../lib/i18n/messages.ts';
import { scoreSources } from '../../lib/reviews/score-sources.ts';
import type { OptionsState } from './options-state.ts';

const vegaDatasets = 'https://github.com/vega/vega-datasets';

function Privacy() {
  return (
    <section class="card" aria-labelledby="privacy">
      <h2 id="privacy" class="title">
        {t('optionsPrivacy')}
      </h2>
      <p>{t('optionsPrivacyLocal')}</p>
      <p>{t('optionsPrivacyPages')}</p>
      <p>{t('optionsPrivacyYours')}</p>
    </section>
  );
}

function Attribution() {
  return (
    <section class="card" aria-labelledby="scores-from">
      <h2 id="scores-from" class="title">
        {t('optionsShelf')}
      </h2>
      <p>{t('optionsShelfWhat')}</p>
      <p class="muted">
        <SafeLink url={vegaDatasets}>{t('optionsShelfFrom')}</SafeLink>
      </p>
    </section>
  );
}

/** Everything one can choose, and what becomes of one's data. */
export function OptionsPage({ state }: { state: OptionsState }) {
  const settings = state.settings.value;
  return (
    <main class="options">
      <header class="options-head">
        <Logo />
        <h1 class="title">{t('logOptions')}</h1>
        <a href="/log.html">{t('popupOpenLog')}</a>
      </header>
      {settings && (
        <>
          <BadgeSettings
            settings={settings}
            sources={scoreSources}
            onChange={(changes) => void state.change(changes)}
          />
          <AlwaysSites
            patterns={state.alwaysSites.value}
            onTakeBack={(pattern) => void state.takeBack(pattern)}
          />
          <OffSites sites={settings.offSites} onSwitchOn={(site) => void state.switchOn(site)} />
        </>
      )}
      <Privacy />
      <Attribution />
    </main>
  );
}
