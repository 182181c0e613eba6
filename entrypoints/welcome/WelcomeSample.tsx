import { Icon, type IconName } from '../../components/ui/Icon.tsx';
import { t, type MessageKey } from '../../lib/i18n/messages.ts';
import { LiveBadge } from './LiveBadge.tsx';
import { sampleFilms, type WelcomeState } from './welcome-state.ts';

const signs: [icon: IconName, words: MessageKey, name?: string][] = [
  ['pen', 'welcomeCritics'],
  ['people', 'welcomeAudience'],
  ['star', 'welcomeYours', 'yours'],
  ['tick', 'welcomeSeen', 'seen'],
];

/** A short list of films with badges as on a page. They work like those, and follow the scores that are fetched here. */
export function WelcomeSample({ state }: { state: WelcomeState }) {
  return (
    <section class="card sample" aria-labelledby="sample">
      <h2 id="sample" class="label">
        {t('welcomeSample')}
      </h2>
      <ul class="sample-films">
        {sampleFilms.map((film, index) => {
          const badge = state.samples.value[index];
          return (
            <li key={film.title}>
              <span class="title">{film.title}</span> <span class="muted">{film.year}</span>{' '}
              {badge && <LiveBadge state={badge} onRateOrLog={() => void state.openSample(film)} />}
              {film.note && <span class="muted">{t(film.note)}</span>}
            </li>
          );
        })}
      </ul>
      <ul class="signs">
        {signs.map(([icon, words, name = '']) => (
          <li key={icon} class={name}>
            <Icon name={icon} />
            {t(words)}
          </li>
        ))}
      </ul>
      <p class="muted">{t('welcomeBadgeMore')}</p>
    </section>
  );
}
