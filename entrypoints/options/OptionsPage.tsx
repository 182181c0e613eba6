import { AllowedHosts } from '../../components/settings/sites/AllowedHosts.tsx';
import { BadgeSettings } from '../../components/settings/BadgeSettings.tsx';
import { BlockedHosts } from '../../components/settings/sites/BlockedHosts.tsx';
import { LogSettings } from '../../components/settings/LogSettings.tsx';
import { ReviewSettings } from '../../components/settings/ReviewSettings.tsx';
import { Logo } from '../../components/ui/Logo.tsx';
import { SafeLink } from '../../components/ui/SafeLink.tsx';
import { t, type MessageKey } from '../../lib/i18n/messages.ts';
import { scoreSources } from '../../lib/reviews/score-sources.ts';
import { BackupPart, FollowedPart, CataloguePart, SourcePart, StoragePart } from './OptionsParts.tsx';
import type { OptionsState } from './options-state.ts';

const omdbOrg = 'https://www.omdb.org/';

function Privacy() {
  return (
    <section class="card" aria-labelledby="privacy">
      <h2 id="privacy" class="title">
        {t('optionsPrivacy')}
      </h2>
      <p>{t('optionsPrivacyLocal')}</p>
      <p>{t('optionsPrivacyPages')}</p>
      <p>{t('optionsPrivacyYours')}</p>
      <p class="muted">
        <SafeLink url={omdbOrg}>{t('optionsCatalogueFrom')}</SafeLink>
      </p>
    </section>
  );
}

const sections: [id: string, name: MessageKey][] = [
  ['badges', 'optionsBadges'],
  ['sources', 'optionsSources'],
  ['your-log', 'optionsLog'],
  ['followed-sites', 'optionsFollowed'],
  ['catalogues', 'optionsCatalogues'],
  ['backups', 'optionsBackups'],
  ['storage', 'optionsStorage'],
  ['always-sites', 'optionsAllowedSites'],
  ['privacy', 'optionsPrivacy'],
];

function Head() {
  return (
    <header class="options-head">
      <Logo />
      <h1 class="title">{t('logOptions')}</h1>
      <a href="/welcome.html">{t('optionsWelcome')}</a>
      <a href="/log.html">{t('popupOpenLog')}</a>
      <nav class="contents" aria-label={t('optionsContents')}>
        {sections.map(([id, name]) => (
          <a key={id} href={`#${id}`}>
            {t(name)}
          </a>
        ))}
      </nav>
    </header>
  );
}

/** The options page: all settings, and what happens to the user's data. */
export function OptionsPage({ state }: { state: OptionsState }) {
  const settings = state.settings.value;
  return (
    <main class="options">
      <Head />
      {settings && (
        <>
          <BadgeSettings
            settings={settings}
            sources={scoreSources}
            onChange={(changes) => void state.change(changes)}
          />
          <SourcePart state={state} />
          <LogSettings settings={settings} onChange={(changes) => void state.change(changes)} />
          <ReviewSettings
            savesAutomatically={state.savesAutomatically.value}
            keepsText={state.keepsText.value}
            onSaveAutomatically={(on) => void state.setSavesAutomatically(on)}
            onText={(on) => void state.setKeepsText(on)}
          />
          <FollowedPart state={state} />
          <CataloguePart state={state} />
          <BackupPart state={state} />
          <StoragePart state={state} />
          <AllowedHosts
            patterns={state.allowedHosts.value}
            onRevoke={(pattern) => void state.revoke(pattern)}
          />
          <BlockedHosts sites={settings.blockedHosts} onSwitchOn={(site) => void state.switchOn(site)} />
        </>
      )}
      <Privacy />
    </main>
  );
}
