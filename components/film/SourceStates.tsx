import { formatMoment } from '../../lib/i18n/dates.ts';
import { formatList } from '../../lib/i18n/dates.ts';
import { t } from '../../lib/i18n/messages.ts';
import type { SourceStatus } from '../../lib/films/review-types.ts';
import { Icon } from '../ui/Icon.tsx';
import { requiresTerms, SourceTerms } from './SourceTerms.tsx';

interface SourceStatesProps {
  statuses: SourceStatus[];
  /** Names of the sources that are switched off. */
  off: string[];
  /** Opens the options at a source, or at all of them (null). */
  onOptions: (source: string | null) => void;
}

/** Describes a source's state for the film in words; null when its score is shown. */
export function formatSourceStatus({ sourceName, state, until, fetchedAt }: SourceStatus): string | null {
  const at = fetchedAt === null || fetchedAt === undefined ? null : formatMoment(fetchedAt);
  const end = until === null ? null : formatMoment(until);
  switch (state) {
    case 'ok':
      return null;
    case 'none':
      // Only a service's own answer "no score" is worth a sentence. A film that a catalogue lacks is not.
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

/** The action offered for a state that the user can fix. */
const actions = { 'no-key': 'sourceAddKey', 'no-permission': 'sourceAllow' } as const;

const findAction = (state: SourceStatus['state']) =>
  state === 'no-key' || state === 'no-permission' ? actions[state] : null;

/** The part under the scores: each source's state in words, the sources that are off, and the services' terms. */
export function SourceStates({ statuses, off, onOptions }: SourceStatesProps) {
  const described = statuses.flatMap((status) => {
    const words = formatSourceStatus(status);
    return words === null ? [] : [{ ...status, words, action: findAction(status.state) }];
  });
  const used = statuses.filter(({ source, hasData }) => hasData && requiresTerms(source));
  return (
    <>
      {described.length > 0 && (
        <ul>
          {described.map(({ source, words, action }) => (
            <li key={source} class="score-row muted">
              <Icon name="info" />
              <span>
                {words}
                {action !== null && (
                  <>
                    {' · '}
                    <button type="button" class="link" onClick={() => onOptions(source)}>
                      {t(action)}
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
          {t('sourcesOff', formatList(off))}{' '}
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
