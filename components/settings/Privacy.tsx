import { t, tCount } from '../../lib/i18n/messages.ts';

/** Requests to one service. */
export interface SentCount {
  /** The service's name, or its host. */
  name: string;
  count: number;
}

/** What Marquee reads and sends, and what left this computer lately. */
export function Privacy({ sent }: { sent: SentCount[] | null }) {
  return (
    <section class="card" aria-labelledby="privacy">
      <h2 id="privacy" class="title">
        {t('optionsPrivacy')}
      </h2>
      <p>{t('optionsPrivacyLocal')}</p>
      <p>{t('optionsPrivacyPages')}</p>
      <p>{t('optionsPrivacyYours')}</p>
      <h3 id="sent" class="title">
        {t('privacySent')}
      </h3>
      {sent?.length === 0 && <p>{t('privacySentNothing')}</p>}
      {sent !== null && sent.length > 0 && (
        <dl class="figures" aria-labelledby="sent">
          {sent.map(({ name, count }) => (
            <div key={name}>
              <dt class="break">{name}</dt>
              <dd class="number">{tCount('privacyRequests', count)}</dd>
            </div>
          ))}
        </dl>
      )}
      <p class="muted">{t('privacySentMeans')}</p>
    </section>
  );
}
