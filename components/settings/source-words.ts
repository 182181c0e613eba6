import { formatList, formatMoment } from '../../lib/i18n/dates.ts';
import { t, type MessageKey } from '../../lib/i18n/messages.ts';
import type { FollowAnswer, KeyCheck, SourceOverview } from '../../lib/messaging/source-protocol.ts';
import type { LiveSourceId, SourceErrorCode } from '../../lib/reviews/sources/types.ts';

/** What the options page says about a service, in addition to the service's own terms. */
export interface SourceFacts {
  gives: MessageKey;
  sends: MessageKey;
  /** The page where the user gets a key, or null. */
  keyUrl: string | null;
}

export const sourceFacts: Record<LiveSourceId, SourceFacts> = {
  wikidata: { gives: 'sourceGivesWikidata', sends: 'sourceSendsWikidata', keyUrl: null },
  omdb: {
    gives: 'sourceGivesOmdb',
    sends: 'sourceSendsOmdb',
    keyUrl: 'https://www.omdbapi.com/apikey.aspx',
  },
  tmdb: {
    gives: 'sourceGivesTmdb',
    sends: 'sourceSendsTmdb',
    keyUrl: 'https://www.themoviedb.org/settings/api',
  },
};

/** Hosts out of match patterns, for people. */
export function formatHosts(origins: string[]): string {
  return formatList(
    origins.map((pattern) => pattern.replace(/^[^:]*:\/\/(?:\*\.)?/, '').replace(/\/.*$/, '')),
  );
}

const withEnd = (key: MessageKey, keyUntil: MessageKey, until: number | null): string =>
  until === null ? t(key) : t(keyUntil, formatMoment(until));

function formatWorking(lastAnswerAt: number | null): string {
  return lastAnswerAt === null ? t('sourceIsOn') : t('sourceIsOnSince', formatMoment(lastAnswerAt));
}

/** Describes the state of a source in one sentence. */
export function formatSourceState({
  on,
  state,
  until,
  lastAnswerAt,
  hasKey,
  origins,
}: SourceOverview): string {
  if (!on) return t('sourceIsOff');
  switch (state) {
    case 'no-permission':
      return t('sourceIsNotAllowed', formatHosts(origins));
    case 'no-key':
      return t(hasKey ? 'sourceIsRefused' : 'sourceIsKeyless');
    case 'limit-reached':
      return withEnd('sourceIsSpent', 'sourceIsSpentUntil', until);
    case 'offline':
      return lastAnswerAt === null
        ? t('sourceIsOffline')
        : t('sourceIsOfflineSince', formatMoment(lastAnswerAt));
    case 'failed':
      return withEnd('sourceIsFailing', 'sourceIsFailingUntil', until);
    case 'ok':
    case 'none':
    case 'stale':
    case 'not-asked':
      return formatWorking(lastAnswerAt);
  }
}

const faultWords = {
  'limit-reached': 'faultLimitReached',
  'no-key': 'faultNoKey',
  'invalid-key': 'faultInvalidKey',
  'no-permission': 'faultNoPermission',
  offline: 'faultOffline',
  unreachable: 'faultUnreachable',
  failed: 'faultFailed',
  malformed: 'faultMalformed',
  'too-large': 'faultTooLarge',
  redirected: 'faultRedirected',
  'feed-missing': 'faultFeedMissing',
} as const satisfies Record<SourceErrorCode, MessageKey>;

/** Says in one sentence why a request to a server failed. */
export const formatFault = (code: SourceErrorCode): string => t(faultWords[code]);

/** Describes the result of checking a key. */
export function formatKeyCheck(check: KeyCheck, name: string): string {
  if (check.state === 'valid') return t('keyWorks');
  if (check.state === 'invalid' || check.state === 'invalid-key') return t('keyRefused', name);
  return t('keyUnchecked', formatFault(check.state));
}

/** Describes the result of following a site. */
export function formatFollowAnswer(answer: FollowAnswer): string {
  const { state } = answer;
  if (state === 'followed') return t('followDone', answer.site.name);
  if (state === 'already-followed') return t('followAlready', answer.site.name);
  if (state === 'no-feed') return t('followNoFeed');
  return state === 'no-permission' ? t('followDeclined') : t('followFailed', formatFault(state));
}
