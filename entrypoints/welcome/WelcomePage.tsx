import type { ComponentChildren } from 'preact';
import { browser } from 'wxt/browser';
import { Button } from '../../components/ui/Button.tsx';
import { Icon } from '../../components/ui/Icon.tsx';
import { Logo } from '../../components/ui/Logo.tsx';
import { Switch } from '../../components/ui/Switch.tsx';
import { t, type MessageKey } from '../../lib/i18n/messages.ts';
import { LiveBadge } from './LiveBadge.tsx';
import { sampleFilm, type WelcomeState } from './welcome-state.ts';

async function closeTab(): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id !== undefined) await browser.tabs.remove(tab.id);
}

function BadgePart({ state }: { state: WelcomeState }) {
  const sample = state.sample.value;
  return (
    <section class="card" aria-labelledby="says">
      <h2 id="says" class="title">
        {t('welcomeBadge')}
      </h2>
      <p class="sample">
        <span class="title">{sampleFilm.title}</span> <span class="muted">{sampleFilm.year}</span>
        {sample && <LiveBadge state={sample} onRateOrLog={() => void state.openSample()} />}
      </p>
      <ul class="signs">
        <li>
          <Icon name="pen" />
          {t('welcomeCritics')}
        </li>
        <li>
          <Icon name="people" />
          {t('welcomeAudience')}
        </li>
        <li class="yours">
          <Icon name="star" />
          {t('welcomeYours')}
        </li>
      </ul>
      <p class="muted">{t('welcomeBadgeMore')}</p>
    </section>
  );
}

interface WayWords {
  title: MessageKey;
  what: MessageKey;
  /** Says what it sends, and to whom. */
  sends: MessageKey;
}

const ways = {
  wikidata: { title: 'welcomeWikidata', what: 'sourceGivesWikidata', sends: 'sourceSendsWikidata' },
  imdb: { title: 'welcomeImdb', what: 'welcomeImdbWhat', sends: 'welcomeImdbSends' },
  key: { title: 'welcomeKey', what: 'welcomeKeyWhat', sends: 'welcomeKeySends' },
  follow: { title: 'welcomeFollow', what: 'welcomeFollowWhat', sends: 'welcomeFollowSends' },
  log: { title: 'welcomeLog', what: 'welcomeLogWhat', sends: 'welcomeLogSends' },
} as const satisfies Record<string, WayWords>;

function Way({ way, children }: { way: keyof typeof ways; children: ComponentChildren }) {
  const { title, what, sends } = ways[way];
  return (
    <li class="way">
      <h3>{t(title)}</h3>
      <p>{t(what)}</p>
      <p class="muted">{t(sends)}</p>
      <div class="way-act">{children}</div>
    </li>
  );
}

function WikidataSwitch({ state }: { state: WelcomeState }) {
  const source = state.wikidata.value;
  return (
    <>
      {source && (
        <Switch
          label={t('welcomeWikidataOn')}
          on={source.on}
          onChange={(on) => void state.switchWikidata(on)}
        />
      )}
      <span class="muted" role="status">
        {state.said.value}
      </span>
    </>
  );
}

function ScoresPart({ state }: { state: WelcomeState }) {
  return (
    <section class="card wide" aria-labelledby="scores">
      <h2 id="scores" class="title">
        {t('welcomeScores')}
      </h2>
      <ul class="ways">
        <Way way="wikidata">
          <WikidataSwitch state={state} />
        </Way>
        <Way way="imdb">
          <a href="/options.html#catalogues">{t('welcomeImdbAct')}</a>
        </Way>
        <Way way="key">
          <a href="/options.html#sources">{t('welcomeKeyAct')}</a>
        </Way>
      </ul>
    </section>
  );
}

/** The first steps on one screen: what a badge shows, where scores come from, review sites, and the log. */
export function WelcomePage({ state }: { state: WelcomeState }) {
  return (
    <main class="welcome">
      <header>
        <Logo />
        <h1 class="title">{t('welcomeHeading')}</h1>
        <Button onClick={() => void closeTab()}>{t('welcomeSkip')}</Button>
      </header>
      <BadgePart state={state} />
      <section class="card" aria-labelledby="yours">
        <h2 id="yours" class="hidden-text">
          {t('welcomeMore')}
        </h2>
        <ul class="ways stacked">
          <Way way="follow">
            <a href="/options.html#followed-sites">{t('welcomeFollowAct')}</a>
          </Way>
          <Way way="log">
            <a href="/log.html#transfer">{t('welcomeLogAct')}</a>
          </Way>
        </ul>
      </section>
      <ScoresPart state={state} />
    </main>
  );
}
