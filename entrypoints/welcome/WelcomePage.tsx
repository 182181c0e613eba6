import { useEffect, useRef } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { TodaysScores } from '../../components/film/TodaysScores.tsx';
import { Icon } from '../../components/ui/Icon.tsx';
import { Logo } from '../../components/ui/Logo.tsx';
import { Switch } from '../../components/ui/Switch.tsx';
import { t, type MessageKey } from '../../lib/i18n/messages.ts';
import { WelcomeSample } from './WelcomeSample.tsx';
import type { WelcomeState } from './welcome-state.ts';

async function closeTab(): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id !== undefined) await browser.tabs.remove(tab.id);
}

/** Whether IMDb's ratings are on this machine and nothing is fetched. */
function areScoresHere({ ratings }: WelcomeState): boolean {
  const { table, progress, fault } = ratings.value ?? {};
  return Boolean(table) && !progress && !fault;
}

/** The page's one primary action; its progress, result and errors take the button's place. */
function ScoresPart({ state }: { state: WelcomeState }) {
  const ratings = state.ratings.value;
  if (!ratings) return null;
  return (
    <div class="get-scores">
      {areScoresHere(state) && !state.sawProgress.value ? (
        <p>{t('ratingsDone')}</p>
      ) : (
        <TodaysScores
          ratings={ratings}
          sawProgress={state.sawProgress.value}
          look="primary"
          onStart={() => void state.startRatings()}
          onStop={() => void state.stopRatings()}
          onBring={() => location.assign('/options.html#catalogues')}
        />
      )}
    </div>
  );
}

/** The other ways to scores. */
function OtherWays({ state }: { state: WelcomeState }) {
  const source = state.wikidata.value;
  return (
    <div class="other-ways">
      <p class="muted">{t(areScoresHere(state) ? 'welcomeWikidataToo' : 'welcomeWikidataOr')}</p>
      <p class="ways">
        {source && (
          <Switch
            label={t('welcomeWikidataOn')}
            on={source.on}
            onChange={(on) => void state.switchWikidata(on)}
          />
        )}
        <a href="/options.html#sources">{t('welcomeKeyAct')}</a>
        <span class="muted" role="status">
          {state.said.value}
        </span>
      </p>
    </div>
  );
}

function BringPart() {
  return (
    <section class="card" aria-labelledby="bring">
      <h2 id="bring" class="title">
        {t('welcomeBring')}
      </h2>
      <p>{t('welcomeBringFrom')}</p>
      <p>
        <a class="button" href="/log.html#transfer">
          <Icon name="upload" />
          {t('welcomeLogAct')}
        </a>
      </p>
    </section>
  );
}

const facts: [label: MessageKey, strong: MessageKey | null, what: MessageKey][] = [
  ['welcomeReads', null, 'welcomeReadsWhat'],
  ['welcomeSends', 'welcomeSendsNothing', 'welcomeSendsWhat'],
  ['welcomeKeeps', null, 'welcomeKeepsWhat'],
];

function PrivacyPart() {
  return (
    <section class="card" aria-labelledby="privacy">
      <h2 id="privacy" class="title">
        {t('welcomePrivacy')}
      </h2>
      <dl class="privacy">
        {facts.map(([label, strong, what]) => (
          <div key={label}>
            <dt class="muted">{t(label)}</dt>
            <dd>
              {strong && <b>{t(strong)}</b>} {t(what)}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** The first minute on one screen: today's scores in one click, what badges show, the log, and what is read and sent. */
export function WelcomePage({ state }: { state: WelcomeState }) {
  const headline = useRef<HTMLHeadingElement>(null);
  // The page opens in front: the focus is on what it says, and "Skip" is the next stop.
  useEffect(() => headline.current?.focus(), []);
  return (
    <main class="welcome">
      <p class="brand title" aria-hidden="true">
        <Logo />
        {t('extensionName')}
      </p>
      <div class="pitch">
        <h1 class="title" ref={headline} tabIndex={-1}>
          {t('welcomeHeading')}
        </h1>
        <button type="button" class="link skip" onClick={() => void closeTab()}>
          {t('welcomeSkip')}
        </button>
        <p class="lead">{t('welcomeLead')}</p>
        <ScoresPart state={state} />
        <OtherWays state={state} />
      </div>
      <WelcomeSample state={state} />
      <BringPart />
      <PrivacyPart />
    </main>
  );
}
