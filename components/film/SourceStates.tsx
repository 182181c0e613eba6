import { formatMoment } from '../../lib/i18n/dates.ts';
import { formatList } from '../../lib/i18n/dates.ts';
import { t } from '../../lib/i18n/messages.ts';
import type { SourceStatus } from '../../lib/films/review-types.ts';
import { Icon } from '../ui/Icon.tsx';
import { SourceTerms } from './SourceTerms.tsx';

interface SourceStatesProps {
  statuses: SourceStatus[];
  /** Names of the sources that are switched off. */
  off: string[];
  /** Opens the options at a source, or at all of them (null). */
  onOptions: (source: string | null) => void;
}

/** How a source stands towards the film, in words; null where its figures say it. */
export function formatSourceStatus({ sourceName, state, until, fetchedAt }: SourceStatus): string | null {
  const at = fetchedAt === null || fetchedAt === undefined ? null : formatMoment(fetchedAt);
  const end = until === null ? null : formatMoment(until);
  switch (state) {
    case 'ok':
      return null;
    case 'none':
      // That a catalogue does not hold a film says nothing; that a service was asked and knows none does.
      return at === null ? null : t('sourceNone', sourceName);
    case 'stale':
      return at === null ? t('sourceStale', sourceName) : t('sourceStaleAsOf', sourceName, at);
    case 'not-asked':
      return t('sourceAsking', sourceName);
    case 'limit-reached':
      return end === null
        ? t('sourceLimitReached', sourceName)
        : t('sourceLimitReachedUntil', sourceName, end);
    case 'no-permission':
      return t('sourceNoPermission', sourceName);
    case 'no-key':
      return t('sourceNoKey', sourceName);
    case 'offline':
      return at === null ? t('sourceOffline', sourceName) : t('sourceOfflineAsOf', sourceName, at);
    case 'failed':
      return end === null ? t('sourceFailed', sourceName) : t('sourceFailedUntil', sourceName, end);
  }
}

/** The one step that helps where the user can do something about a state. */
const steps = { 'no-key': 'sourceAddKey', 'no-permission': 'sourceAllow' } as const;

const findStep = (state: SourceStatus['state']) =>
  state === 'no-key' || state === 'no-permission' ? steps[state] : null;

/** What stands under the scores: each source's state in words, those that are off, and what services ask to be said. */
export function SourceStates({ statuses, off, onOptions }: SourceStatesProps) {
  const told = statuses.flatMap((status) => {
    const words = formatSourceStatus(status);
    return words === null ? [] : [{ ...status, words, step: findStep(status.state) }];
  });
  const used = statuses.filter(({ attribution }) => typeof attribution === 'string');
  return (
    <>
      {told.length > 0 && (
        <ul>
          {told.map(({ source, words, step }) => (
            <li key={source} class="score-row muted">
              <Icon name="info" />
              <span>
                {words}
                {step !== null && (
                  <>
                    {' · '}
                    <button type="button" class="link" onClick={() => onOptions(source)}>
                      {t(step)}
                    </button>
                  </>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
      {off.length > 0 && (
        <p class="muted off-sources">
          {t('sourcesOff', formatList(off))}
          {' · '}
          <button type="button" class="link" onClick={() => onOptions(null)}>
            {t('sourcesChoose')}
          </button>
        </p>
      )}
      {used.map(({ source }) => (
        <p key={source} class="muted attribution">
          <SourceTerms source={source} />
        </p>
      ))}
    </>
  );
}
