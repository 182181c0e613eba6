import { formatDateTime } from '../../lib/i18n/dates.ts';
import { formatNumber, t, tCount, type MessageKey } from '../../lib/i18n/messages.ts';
import type { LogCheckState } from '../../lib/messaging/log-protocol.ts';
import type { LogCheck as Found, LogProblemKind } from '../../lib/watchlog/commands/edit-types.ts';
import { Button } from '../ui/Button.tsx';
import { storeWords } from '../ui/store-words.ts';

export interface LogCheckProps {
  /** Null while it is loading. */
  state: LogCheckState | null;
  isChecking: boolean;
  /** Why the last check failed, or null. */
  fault: string | null;
  onCheck: () => void;
}

type Problem = Found['problems'][number];

const problemWords = {
  'broken-row': 'logProblemDamaged',
  'missing-rows': 'logProblemLost',
  'wrong-order': 'logProblemMisplaced',
  'missing-film': 'logProblemMissingFilm',
  'deleted-film': 'logProblemDeletedFilm',
  'double-rating': 'logProblemDouble',
  'double-watchlist': 'logProblemDouble',
  'double-correction': 'logProblemDouble',
  'double-ref': 'logProblemDouble',
  'missing-list': 'logProblemMissingList',
  'double-list-item': 'logProblemDouble',
  'wrong-counts': 'logProblemTotals',
  'wrong-checksum': 'logProblemTotals',
  quarantined: 'logProblemTakenOut',
} as const satisfies Record<LogProblemKind, MessageKey>;

const doneWords = {
  repaired: 'logCheckRepaired',
  'from-backup': 'logCheckRestored',
  quarantined: 'logCheckTakenOut',
} as const satisfies Record<Exclude<Problem['done'], 'none'>, MessageKey>;

/** A problem in one line: in what, how many, and what was done. */
function formatProblem({ kind, store, count, done }: Problem): string {
  const where = store === null ? t('logCheckStore') : t(storeWords[store]);
  const what = t(problemWords[kind], formatNumber(count));
  if (done !== 'none') return t('logCheckLine', where, what, t(doneWords[done]));
  return t('logCheckLine', where, what, t(kind === 'quarantined' ? 'logCheckKept' : 'logCheckNothing'));
}

/** What the last check found and did. */
function Result({ last }: { last: Found }) {
  const when = formatDateTime(last.checkedAt);
  const isWell = last.problems.length === 0 && last.isWritable;
  return (
    <>
      <p class={isWell ? 'state' : 'state needs'}>
        {tCount(isWell ? 'logCheckWell' : 'logCheckFound', last.rows, when)}
      </p>
      <ul>
        {[...new Set(last.problems.map(formatProblem))].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {!last.isWritable && (
        <p class="failed">
          {t('logCheckUndecided')} <a href="/log.html">{t('popupOpenLog')}</a>
        </p>
      )}
    </>
  );
}

function Running({ progress }: Pick<LogCheckState, 'progress'>) {
  const { read, total } = progress ?? { read: 0, total: 0 };
  return (
    <>
      {total > 0 && (
        <span class="muted number">{t('progressOf', formatNumber(read), formatNumber(total))}</span>
      )}
      <progress
        aria-label={t('logChecking')}
        max={total || undefined}
        value={total > 0 ? Math.min(read, total) : undefined}
      />
    </>
  );
}

/** The check of the log: a button, how far it is, and what the last one found. */
export function LogCheck({ state, isChecking, fault, onCheck }: LogCheckProps) {
  const last = state?.last ?? null;
  return (
    <div class="source">
      <h3>{t('logCheckTitle')}</h3>
      <p class="muted">{t('logCheckHow')}</p>
      <div role="status">
        {isChecking ? t('logChecking') : last === null ? t('logCheckNever') : <Result last={last} />}
      </div>
      {isChecking && <Running progress={state?.progress ?? null} />}
      {fault !== null && <p class="failed">{fault}</p>}
      <p>
        <Button busy={isChecking} onClick={onCheck}>
          {t('logCheck')}
        </Button>
      </p>
    </div>
  );
}
