import type { ComponentChildren } from 'preact';
import { t } from '../../lib/i18n/messages.ts';
import type { SourceOverview } from '../../lib/messaging/source-protocol.ts';
import type { LiveSourceId } from '../../lib/reviews/sources/types.ts';
import { SourceCard, type SourceActions } from './SourceCard.tsx';

interface SourcesProps extends SourceActions {
  /** Null while they are loading. */
  sources: SourceOverview[] | null;
  fault: string | null;
  busy: LiveSourceId | null;
  /** The result of the last action, by source. */
  answers: Partial<Record<LiveSourceId, string>>;
  /** What more there is to switch of a source that is on. */
  more?: Partial<Record<LiveSourceId, ComponentChildren>>;
}

/** The services that can provide film data. Each is off until the user switches it on here. */
export function Sources({ sources, fault, busy, answers, more = {}, ...on }: SourcesProps) {
  return (
    <section class="card" aria-labelledby="sources">
      <h2 id="sources" class="title">
        {t('optionsSources')}
      </h2>
      <p>{t('optionsSourcesWhat')}</p>
      {fault !== null && <p class="failed">{t('optionsUnreadable', fault)}</p>}
      <ul>
        {(sources ?? []).map((source) => (
          <SourceCard
            key={source.id}
            source={source}
            isBusy={busy === source.id}
            answer={answers[source.id] ?? null}
            {...on}
          >
            {more[source.id]}
          </SourceCard>
        ))}
      </ul>
    </section>
  );
}
