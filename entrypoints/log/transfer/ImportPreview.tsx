import { useState } from 'preact/hooks';
import { formatFileFault } from '../../../components/transfer/fault-words.ts';
import { answerTo } from '../../../components/transfer/import-questions.ts';
import { isQuestion } from '../../../components/transfer/file-trouble.ts';
import { ImportDock } from '../../../components/transfer/ImportDock.tsx';
import { ImportFigures, type NamedFigure } from '../../../components/transfer/ImportFigures.tsx';
import { LeftOutList } from '../../../components/transfer/LeftOutList.tsx';
import { formatNotice } from '../../../components/transfer/notice-words.ts';
import { MergeTable } from '../../../components/transfer/MergeTable.tsx';
import { PlanRows } from '../../../components/transfer/PlanRows.tsx';
import { PolicyChoice } from '../../../components/transfer/PolicyChoice.tsx';
import { describeFirst } from '../../../components/transfer/reads-as.ts';
import { Button } from '../../../components/ui/Button.tsx';
import { Icon } from '../../../components/ui/Icon.tsx';
import { formatNumber, t, tCount } from '../../../lib/i18n/messages.ts';
import { formatNames } from '../../../lib/transfer/format-names.ts';
import { listLeftOut } from '../../../lib/transfer/plan/left-out.ts';
import {
  countFigures,
  countWaitingRows,
  isAllThere,
  countWrittenFilms,
} from '../../../lib/transfer/plan/plan-figures.ts';
import type { ImportPlan } from '../../../lib/transfer/plan/plan-types.ts';
import type { Notice, ReadList, Reading } from '../../../lib/transfer/types.ts';
import type { MergePreview } from '../../../lib/watchlog/imports/merge-preview.ts';
import { ImportAsked } from './ImportAsked.tsx';
import { ImportColumns } from './ImportColumns.tsx';
import type { ImportFlow } from './import-flow.ts';

import { saveReport } from './save-report.ts';

interface PreviewProps {
  flow: ImportFlow;
  canWrite: boolean;
}

/** Focuses a new element, so that screen readers read it and keyboard use continues from there. */
const focusOnce = (element: HTMLElement | null): void => {
  if (element && !element.contains(document.activeElement)) element.focus({ preventScroll: true });
};

/** The number of films in the files, also those that are left out or not decided. */
function countFilms({ films, questions }: ImportPlan): number {
  const left = questions.filter(({ decision }) => decision === null || decision.kind === 'skip').length;
  return films.count + left;
}

function Heading({ reading, films }: { reading: Reading; films: number | null }) {
  const { format, fileNames, error } = reading;
  const service = format === null ? '' : format === 'generic' ? t('importGeneric') : formatNames[format];
  const names = fileNames.join(', ');
  return (
    <header>
      <h1 class="title">
        {films === null
          ? t('importColumnsTitle')
          : t(
              'importFilmsFromFiles',
              tCount('logFilms', films),
              tCount('importFiles', Math.max(1, fileNames.length)),
            )}
      </h1>
      <p class="muted">
        {service === '' ? names : t('importFilesOf', names, service)}
        {' · '}
        {t('importNothingYet')}
      </p>
      {error !== null && format !== null && !isQuestion(reading) && (
        <p class="fault" role="alert">
          {t('importReadFault', formatFileFault(error, t))}
        </p>
      )}
    </header>
  );
}

/** The lists of the files, each with the number of its films. */
function ImportedLists({ lists }: { lists: ReadList[] }) {
  return (
    <details class="left-out">
      <summary>
        <span>{tCount('importLists', lists.length)}</span>
      </summary>
      <ul class="notices">
        {lists.map(({ name, items }, index) => (
          <li key={index} class="muted">
            {t('importListOf', name, tCount('listFilms', items.length))}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What was imported, but not exactly as it is in the files. */
function Notices({ notices }: { notices: Notice[] }) {
  return (
    <details class="left-out">
      <summary>
        <span>{tCount('importNotices', notices.length)}</span>
      </summary>
      <ul class="notices">
        {notices.slice(0, 200).map(({ file, row, detail }, index) => (
          <li key={index} class="muted">
            {t('planPlace', file, formatNumber(row))}
            {' · '}
            {formatNotice(detail)}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Every row with what happens to it, built when it is opened. */
function EveryRow({ plan }: { plan: ImportPlan }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details class="left-out" onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary>
        <span>
          <b>{t('importEveryRow')}</b>{' '}
          <span class="muted">{tCount('importEveryRowHow', plan.rows.length + plan.skipped.length)}</span>
        </span>
      </summary>
      {isOpen && <PlanRows plan={plan} />}
    </details>
  );
}

function listFigures(plan: ImportPlan | null, merge: MergePreview | null, lists: number): NamedFigure[] {
  const ofStore = (store: 'films' | 'entries' | 'ratings' | 'watchlist') => {
    const { added, changed, same } = merge?.[store] ?? { added: 0, changed: 0, same: 0 };
    return { count: added + changed + same, added };
  };
  const found = plan === null ? null : countFigures(plan);
  const figures: NamedFigure[] = [
    { words: 'logFilmsWord', figure: found?.films ?? ofStore('films') },
    { words: 'statsEntriesWord', figure: found?.entries ?? ofStore('entries') },
    { words: 'importRatingsWord', figure: found?.ratings ?? ofStore('ratings') },
    { words: 'importWatchlistWord', figure: found?.watchlist ?? ofStore('watchlist') },
  ];
  return lists === 0
    ? figures
    : [
        ...figures,
        { words: 'importListsWord', figure: { count: lists, added: plan?.lists.length ?? lists } },
      ];
}

/** How many rows of a Marquee file would change something. */
const countMerge = (preview: MergePreview): number =>
  Object.values(preview).reduce((sum, { added, changed }) => sum + added + changed, 0);

/** What waits for answers, and for how many. */
function formatWaiting({ plan, questions, choices, isReadingAgain, reading }: ImportFlow): string {
  if (isReadingAgain.value) return t('importReadingFiles');
  const films = plan.value?.undecided.length ?? 0;
  const isDayOpen = questions.value.some(
    (question) => question.kind === 'date-order' && answerTo(question, choices.value) === undefined,
  );
  const waitsForDay = isDayOpen && (plan.value === null || countWaitingRows(plan.value) > 0);
  const isFileOpen = reading.value !== null && isQuestion(reading.value);
  const open = films + Number(waitsForDay || isFileOpen);
  if (open === 0) return t('importNothingYet');
  return open === films
    ? tCount('importWaits', films, tCount('importAnswers', films))
    : tCount('importOpen', open);
}

function Dock({ flow, canWrite }: PreviewProps) {
  const plan = flow.plan.value;
  const merge = flow.merge.value;
  const count = plan ? countWrittenFilms(plan) : merge ? countMerge(merge.preview) : 0;
  const isNone = count === 0;
  return (
    <ImportDock
      ready={isNone ? t('importReadyNone') : tCount(merge ? 'importReadyRows' : 'importReady', count)}
      more={formatWaiting(flow)}
      action={merge ? t('importMerge') : isNone ? t('importWriteNone') : tCount('importWrite', count)}
      disabled={!canWrite || isNone || flow.isReadingAgain.value}
      onWrite={() => void flow.write()}
      onCancel={flow.reset}
    />
  );
}

/** Says that the log has everything of the files. */
function AllThere({ plan, onDone, onShow }: { plan: ImportPlan; onDone: () => void; onShow: () => void }) {
  return (
    <section class="panel import-card" tabIndex={-1} ref={focusOnce}>
      <h1 class="title">
        <Icon name="tick" class="good" />
        {t('importAllThere')}
      </h1>
      <p>{tCount('importAllThereHow', plan.films.count)}</p>
      <div class="form-actions">
        <Button look="primary" onClick={onDone}>
          {t('statusDismiss')}
        </Button>
        <button type="button" class="link" onClick={onShow}>
          {t('importShowRows')}
        </button>
      </div>
    </section>
  );
}

/** What the import would change, first in figures, and what it needs to know; nothing is saved yet. */
export function ImportPreview({ flow, canWrite }: PreviewProps) {
  const reading = flow.reading.value;
  const plan = flow.plan.value;
  const merge = flow.merge.value;
  const [isShown, setIsShown] = useState(false);
  if (reading === null) return null;
  if (plan && isAllThere(plan) && flow.questions.value.length === 0 && !isShown)
    return <AllThere plan={plan} onDone={flow.reset} onShow={() => setIsShown(true)} />;
  const isRead = reading.format !== null;
  const figures = isRead ? listFigures(plan, merge?.preview ?? null, reading.lists.length) : [];
  const films = plan ? countFilms(plan) : (figures[0]?.figure.count ?? null);
  const first = reading.tables.length > 0 ? describeFirst(reading) : null;
  return (
    <section
      class="preview"
      aria-busy={flow.isReadingAgain.value}
      aria-label={t('importPreview')}
      tabIndex={-1}
      ref={focusOnce}
    >
      <Heading reading={reading} films={isRead ? films : null} />
      {isRead && <ImportFigures figures={figures} />}
      <ImportAsked flow={flow} />
      {plan && isRead && (
        <PolicyChoice
          policy={flow.policy.value}
          conflicts={plan.conflicts}
          onPolicy={(policy) => (flow.policy.value = policy)}
        />
      )}
      {plan && isRead && (
        <LeftOutList
          groups={listLeftOut(plan)}
          onSave={({ rows, skipped, questions }) => saveReport({ rows, skipped, undecided: questions })}
        />
      )}
      <div>
        {first !== null && <p class="reads-as">{first}</p>}
        <ImportColumns flow={flow} />
        {reading.lists.length > 0 && <ImportedLists lists={reading.lists} />}
        {reading.notices.length > 0 && <Notices notices={reading.notices} />}
        {plan && isRead && <EveryRow plan={plan} />}
        {merge && <MergeTable preview={merge.preview} />}
      </div>
      <Dock {...{ flow, canWrite }} />
    </section>
  );
}
