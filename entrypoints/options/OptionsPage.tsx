import type { ComponentChildren } from 'preact';
import { AllowedHosts } from '../../components/settings/sites/AllowedHosts.tsx';
import { AppearanceSettings } from '../../components/settings/AppearanceSettings.tsx';
import { BadgeSettings } from '../../components/settings/BadgeSettings.tsx';
import { BlockedHosts } from '../../components/settings/sites/BlockedHosts.tsx';
import { DeleteEverything } from '../../components/settings/DeleteEverything.tsx';
import { LogSettings } from '../../components/settings/LogSettings.tsx';
import { Privacy } from '../../components/settings/Privacy.tsx';
import { ReviewSettings } from '../../components/settings/ReviewSettings.tsx';
import { SectionRail, type PageSection } from '../../components/settings/SectionRail.tsx';
import { rateSync } from '../../components/settings/sync/sync-words.ts';
import { Logo } from '../../components/ui/Logo.tsx';
import { SafeLink } from '../../components/ui/SafeLink.tsx';
import { SkipLink } from '../../components/ui/page/SkipLink.tsx';
import { locales } from '../../lib/i18n/locales.ts';
import { t, type MessageKey } from '../../lib/i18n/messages.ts';
import { scoreSources } from '../../lib/reviews/score-sources.ts';
import {
  BackupPart,
  FollowedPart,
  CataloguePart,
  SourcePart,
  StoragePart,
  SyncPart,
} from './OptionsParts.tsx';
import type { OptionsState } from './options-state.ts';

const omdbOrg = 'https://www.omdb.org/';

/** The sections in the page's order. The id of each is its address: `options.html#backups`. */
const sections: readonly PageSection[] = [
  { id: 'badges', words: 'optionsBadges' },
  { id: 'sources', words: 'optionsSources' },
  { id: 'your-log', words: 'optionsLog' },
  { id: 'sites', words: 'optionsSites' },
  { id: 'appearance', words: 'optionsAppearance' },
  { id: 'sync', words: 'optionsSync' },
  { id: 'backups', words: 'optionsBackups' },
  { id: 'privacy', words: 'optionsPrivacy' },
  { id: 'film-data', words: 'optionsFilmData' },
  { id: 'about', words: 'optionsAbout' },
];

/** Several cards under one heading. */
function Group({ id, words, children }: { id: string; words: MessageKey; children: ComponentChildren }) {
  return (
    <section class="group" aria-labelledby={id}>
      <h2 id={id} class="title">
        {t(words)}
      </h2>
      {children}
    </section>
  );
}

const syncMarks = {
  works: { works: true, words: 'syncWorks' },
  fails: { works: false, words: 'syncFails' },
} as const;

function Rail({ state }: { state: OptionsState }) {
  const rating = rateSync(state.sync.value.value);
  return (
    <header class="options-rail">
      <p class="brand title">
        <Logo />
        <span>{t('logOptions')}</span>
      </p>
      <SectionRail sections={sections} marks={{ sync: rating && syncMarks[rating] }} />
      <p class="options-links">
        <a href="/log.html">{t('popupOpenLog')}</a>
        <a href="/welcome.html">{t('optionsWelcome')}</a>
      </p>
    </header>
  );
}

function SitesPart({ state }: { state: OptionsState }) {
  return (
    <Group id="sites" words="optionsSites">
      <BlockedHosts
        sites={state.settings.value?.blockedHosts ?? []}
        onSwitchOn={(site) => void state.switchOn(site)}
      />
      <AllowedHosts patterns={state.allowedHosts.value} onRevoke={(pattern) => void state.revoke(pattern)} />
      <FollowedPart state={state} />
      <ReviewSettings
        savesAutomatically={state.savesAutomatically.value}
        keepsText={state.keepsText.value}
        onSaveAutomatically={(on) => void state.setSavesAutomatically(on)}
        onText={(on) => void state.setKeepsText(on)}
      />
    </Group>
  );
}

function PrivacyPart({ state }: { state: OptionsState }) {
  return (
    <>
      <Privacy sent={state.sent.value} />
      <StoragePart state={state} />
      <DeleteEverything
        isBusy={state.isDeleting.value}
        fault={state.deleteFault.value}
        onSaveFile={() => void state.saveFile()}
        onDelete={() => void state.deleteEverything()}
      />
    </>
  );
}

function About({ version }: { version: string }) {
  return (
    <section class="card" aria-labelledby="about">
      <h2 id="about" class="title">
        {t('optionsAbout')}
      </h2>
      <p>{t('optionsVersion', version)}</p>
      <p class="muted">
        <SafeLink url={omdbOrg}>{t('optionsCatalogueFrom')}</SafeLink>
      </p>
    </section>
  );
}

function Sections({ state }: { state: OptionsState }) {
  const settings = state.settings.value;
  if (settings === null) return null;
  return (
    <>
      <BadgeSettings
        settings={settings}
        sources={scoreSources}
        onChange={(changes) => void state.change(changes)}
      />
      <SourcePart state={state} />
      <LogSettings settings={settings} onChange={(changes) => void state.change(changes)} />
      <SitesPart state={state} />
      <AppearanceSettings
        appearance={state.appearance.value}
        languages={locales}
        countsFilms={state.countsFilms.value}
        onChange={(changes) => void state.changeAppearance(changes)}
        onCount={(on) => void state.setCountsFilms(on)}
      />
      <SyncPart state={state} />
      <BackupPart state={state} />
      <PrivacyPart state={state} />
      <div id="film-data">
        <CataloguePart state={state} />
      </div>
      <About version={state.version} />
    </>
  );
}

/** The options page: all settings in sections, and what happens to the user's data. */
export function OptionsPage({ state }: { state: OptionsState }) {
  return (
    <div class="options-page">
      <SkipLink onSkip={() => document.getElementById('main')?.focus()} />
      <Rail state={state} />
      <main id="main" class="options" tabIndex={-1} aria-labelledby="options-title">
        <h1 id="options-title" class="hidden-text">
          {t('logOptions')}
        </h1>
        <Sections state={state} />
      </main>
    </div>
  );
}
