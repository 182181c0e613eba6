import { formatFileFault } from '../../../components/transfer/fault-words.ts';
import { FilePicker } from '../../../components/transfer/FilePicker.tsx';
import { ListChoice } from '../../../components/transfer/ListChoice.tsx';
import { ImportQuestions } from '../../../components/transfer/ImportQuestions.tsx';
import { formatNotice } from '../../../components/transfer/notice-words.ts';
import { PlanRows } from '../../../components/transfer/PlanRows.tsx';
import { PolicyChoice } from '../../../components/transfer/PolicyChoice.tsx';
import { Progress } from '../../../components/transfer/Progress.tsx';
import { describeFirst } from '../../../components/transfer/reads-as.ts';
import { UndecidedFilms } from '../../../components/transfer/UndecidedFilms.tsx';
import { Button } from '../../../components/ui/Button.tsx';
import { Icon } from '../../../components/ui/Icon.tsx';
import { formatNumber, t, tCount } from '../../../lib/i18n/messages.ts';
import type { ImportPlan } from '../../../lib/transfer/plan/plan-types.ts';
import { formatNames } from '../../../lib/transfer/format-names.ts';
import type { Notice, ReadList, Reading } from '../../../lib/transfer/types.ts';
import type { MergePreview } from '../../../lib/watchlog/imports/merge-preview.ts';
import { ImportColumns } from './ImportColumns.tsx';
import { ImportDone } from './ImportDone.tsx';
import type { ImportFlow } from './import-flow.ts';
import { MergeTable } from './MergeTable.tsx';

interface SectionProps {
  flow: ImportFlow;
  canWrite: boolean;
}

function Heading({ reading }: { reading: Reading }) {
  const { format, fileNames, error } = reading;
  const name = format === null ? '' : format === 'generic' ? t('importGeneric') : formatNames[format];
  return (
    <>
      {format !== null && <h3 class="title">{t('importRecognised', fileNames.join(', '), name)}</h3>}
      {error !== null && error.errorClass !== 'ambiguous-date' && (
        <p class="fault" role="alert">
          {t('importReadFault', formatFileFault(error, t))}
        </p>
      )}
    </>
  );
}

/** Focuses a new element, so that screen readers read it and keyboard use continues from there. */
const focusOnce = (element: HTMLElement | null): void => {
  if (element && !element.contains(document.activeElement)) element.focus();
};

/** A choice for films in no catalogue: import them under the files' titles, or skip them. */
function UnknownFilms({ flow }: { flow: ImportFlow }) {
  const films = flow.unknown.value;
  const [first] = films;
  if (!first) return null;
  const isTaken = flow.decisions.value.get(first)?.kind === 'as-named';
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={isTaken}
        onChange={({ currentTarget }) =>
          flow.decideAll(films, { kind: currentTarget.checked ? 'as-named' : 'skip' })
        }
      />
      {tCount('importUnknown', films.length)}
    </label>
  );
}

function PlanPreview({ flow, plan }: { flow: ImportFlow; plan: ImportPlan }) {
  const { undecided } = plan;
  return (
    <>
      <UndecidedFilms
        films={undecided}
        onDecide={flow.decide}
        onAll={(decision) =>
          flow.decideAll(
            undecided.map(({ film }) => film),
            decision,
          )
        }
      />
      <UnknownFilms flow={flow} />
      <PolicyChoice policy={flow.policy.value} onPolicy={(policy) => (flow.policy.value = policy)} />
      <PlanRows plan={plan} />
    </>
  );
}

/** The tags that lists become, and which lists have details that are not imported. */
function ImportedLists({ lists }: { lists: ReadList[] }) {
  return (
    <details class="fold">
      <summary>{tCount('importLists', lists.length)}</summary>
      <ul class="notices">
        {lists.map(({ name, tag, hasExtras }, index) => (
          <li key={index} class="muted">
            {t(hasExtras ? 'importListWithMore' : 'importListOf', name, tag)}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What was imported, but not exactly as it is in the files. */
function Notices({ notices }: { notices: Notice[] }) {
  return (
    <details class="fold">
      <summary>{tCount('importNotices', notices.length)}</summary>
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

/** Returns how many rows of a Marquee file would change something. */
const countMerge = (preview: MergePreview): number =>
  Object.values(preview).reduce((sum, { added, changed }) => sum + added + changed, 0);

function Preview({ flow, canWrite }: SectionProps) {
  const reading = flow.reading.value;
  const plan = flow.plan.value;
  const merge = flow.merge.value;
  const isReadingAgain = flow.isReadingAgain.value;
  if (reading === null) return null;
  // Nothing is read before the user says which days are meant.
  const isAsked = reading.error?.errorClass === 'ambiguous-date';
  const first = reading.tables.length > 0 ? describeFirst(reading) : null;
  const count = plan ? plan.steps.length : merge ? countMerge(merge.preview) : 0;
  return (
    <section
      class="preview"
      aria-busy={isReadingAgain}
      aria-label={t('importPreview')}
      tabIndex={-1}
      ref={focusOnce}
    >
      <Heading reading={reading} />
      <ImportQuestions
        questions={flow.questions.value}
        choices={flow.choices.value}
        onChoose={(choice) => void flow.choose(choice)}
      />
      {first !== null && <p class="reads-as">{first}</p>}
      <ImportColumns flow={flow} />
      {reading.doubtfulLists !== null && (
        <ListChoice use={reading.doubtfulLists} onUse={(imdbLists) => void flow.choose({ imdbLists })} />
      )}
      {merge && <MergeTable preview={merge.preview} />}
      {plan && reading.format !== null && !isAsked && <PlanPreview flow={flow} plan={plan} />}
      {reading.lists.length > 0 && <ImportedLists lists={reading.lists} />}
      {reading.notices.length > 0 && <Notices notices={reading.notices} />}
      <div class="form-actions import-actions">
        <Button
          look="primary"
          disabled={!canWrite || count === 0 || isReadingAgain}
          onClick={() => void flow.write()}
        >
          {plan ? tCount('importWrite', plan.steps.length) : t('importMerge')}
        </Button>
        <Button onClick={flow.reset}>{t('formCancel')}</Button>
        <span class="muted">
          {t(
            isReadingAgain
              ? 'importReadingFiles'
              : isAsked
                ? 'importAnswerFirst'
                : count === 0
                  ? 'planNothing'
                  : 'importNothingYet',
          )}
        </span>
      </div>
    </section>
  );
}

/** An import, from the file picker to the report. */
export function ImportSection({ flow, canWrite }: SectionProps) {
  const phase = flow.phase.value;
  const { done, total } = flow.progress.value;
  const fault = flow.fault.value;
  return (
    <>
      {fault !== null && (
        <p class="fault" role="alert">
          <Icon name="question" />
          {t('importFault', fault)}
        </p>
      )}
      {phase === 'idle' && (
        <FilePicker disabled={!canWrite} onFiles={(files) => void flow.readFiles(files)} />
      )}
      {phase === 'reading' && (
        <Progress words={t('importReadingFiles')} {...{ done, total }} onStop={flow.reset} />
      )}
      {phase === 'preview' && <Preview {...{ flow, canWrite }} />}
      {phase === 'writing' && <Progress words={t('importWriting')} {...{ done, total }} onStop={flow.stop} />}
      {phase === 'done' && <ImportDone flow={flow} />}
    </>
  );
}
