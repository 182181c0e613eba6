import { FilePicker } from '../../../components/transfer/FilePicker.tsx';
import { PlanRows } from '../../../components/transfer/PlanRows.tsx';
import { PolicyChoice } from '../../../components/transfer/PolicyChoice.tsx';
import { Progress } from '../../../components/transfer/Progress.tsx';
import { UndecidedFilms } from '../../../components/transfer/UndecidedFilms.tsx';
import { Button } from '../../../components/ui/Button.tsx';
import { Icon } from '../../../components/ui/Icon.tsx';
import { formatNumber, t, tCount } from '../../../lib/i18n/messages.ts';
import type { ImportPlan } from '../../../lib/transfer/plan-types.ts';
import type { Reading } from '../../../lib/transfer/types.ts';
import { ColumnSection } from './ColumnSection.tsx';
import { ImportDone } from './ImportDone.tsx';
import type { ImportFlow } from './import-flow.ts';
import { MergeTable } from './MergeTable.tsx';

interface SectionProps {
  flow: ImportFlow;
  canWrite: boolean;
}

const formatNames = {
  letterboxd: 'Letterboxd',
  imdb: 'IMDb',
  trakt: 'Trakt',
  tmdb: 'TMDB',
  simkl: 'Simkl',
  movary: 'Movary',
  yamtrack: 'Yamtrack',
  netflix: 'Netflix',
  marquee: 'Marquee',
} as const;

function Heading({ reading }: { reading: Reading }) {
  const { format, fileNames, error } = reading;
  const name = format === null ? '' : format === 'generic' ? t('importGeneric') : formatNames[format];
  return (
    <>
      {format !== null && <h3 class="title">{t('importRecognised', fileNames.join(', '), name)}</h3>}
      {error !== null && (
        <p class="fault" role="alert">
          {t('importReadFault', error)}
        </p>
      )}
    </>
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
      <PolicyChoice policy={flow.policy.value} onPolicy={(policy) => (flow.policy.value = policy)} />
      <PlanRows plan={plan} />
    </>
  );
}

function Preview({ flow, canWrite }: SectionProps) {
  const reading = flow.reading.value;
  const plan = flow.plan.value;
  const merge = flow.merge.value;
  if (reading === null) return null;
  const count = plan ? plan.steps.length : (merge?.parts.length ?? 0);
  return (
    <section class="preview" aria-label={t('importPreview')}>
      <Heading reading={reading} />
      <ColumnSection flow={flow} reading={reading} />
      {merge && <MergeTable preview={merge.preview} />}
      {plan && reading.format !== null && <PlanPreview flow={flow} plan={plan} />}
      {reading.lists.length > 0 && <p class="muted">{tCount('importLists', reading.lists.length)}</p>}
      {reading.notices.length > 0 && (
        <details class="fold">
          <summary>{tCount('importNotices', reading.notices.length)}</summary>
          <ul class="notices">
            {reading.notices.slice(0, 200).map(({ file, row, text }, index) => (
              <li key={index} class="muted">
                {t('planPlace', file, formatNumber(row))}
                {' · '}
                {text}
              </li>
            ))}
          </ul>
        </details>
      )}
      <div class="form-actions import-actions">
        <Button look="primary" disabled={!canWrite || count === 0} onClick={() => void flow.write()}>
          {plan ? tCount('importWrite', plan.steps.length) : t('importMerge')}
        </Button>
        <Button onClick={flow.reset}>{t('formCancel')}</Button>
        <span class="muted">{t(count === 0 ? 'planNothing' : 'importNothingYet')}</span>
      </div>
    </section>
  );
}

/** An import, from the choice of files to its report. */
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
        <Progress words={t('importReading')} {...{ done, total }} onStop={flow.reset} />
      )}
      {phase === 'preview' && <Preview {...{ flow, canWrite }} />}
      {phase === 'writing' && <Progress words={t('importWriting')} {...{ done, total }} onStop={flow.stop} />}
      {phase === 'done' && <ImportDone flow={flow} />}
    </>
  );
}
