import { FilePicker } from '../../../components/transfer/FilePicker.tsx';
import { findTrouble } from '../../../components/transfer/file-trouble.ts';
import { FileTroubleCard } from '../../../components/transfer/FileTroubleCard.tsx';
import { LeftOutList } from '../../../components/transfer/LeftOutList.tsx';
import { Progress } from '../../../components/transfer/Progress.tsx';
import { Icon } from '../../../components/ui/Icon.tsx';
import { t } from '../../../lib/i18n/messages.ts';
import { createPlan } from '../../../lib/transfer/plan/plan-import.ts';
import { listLeftOut } from '../../../lib/transfer/plan/left-out.ts';
import { ImportDone } from './ImportDone.tsx';
import type { ImportFlow } from './import-flow.ts';
import { ImportPreview } from './ImportPreview.tsx';
import { saveReport } from './save-report.ts';

interface SectionProps {
  flow: ImportFlow;
  canWrite: boolean;
}

/** The preview, or why there is none. An unknown table has a preview: the user can say what its columns are. */
function PreviewOrTrouble({ flow, canWrite }: SectionProps) {
  const reading = flow.reading.value;
  const trouble = reading === null ? null : findTrouble(reading);
  const isUnknown = flow.tables.value.some(({ fields }) => fields === null);
  if (reading === null || trouble === null || isUnknown) return <ImportPreview {...{ flow, canWrite }} />;
  return (
    <>
      <FileTroubleCard
        {...{ trouble, reading }}
        files={flow.files.value}
        onFiles={(files) => void flow.readFiles(files)}
      />
      <LeftOutList
        groups={listLeftOut(createPlan(reading.skipped))}
        onSave={({ rows, skipped }) => saveReport({ rows, skipped, undecided: [] })}
      />
    </>
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
        <Progress
          words={t('importReadingFiles')}
          format={(part, all) => t('importLookedUp', part, all)}
          {...{ done, total }}
          onStop={flow.reset}
        />
      )}
      {phase === 'preview' && <PreviewOrTrouble {...{ flow, canWrite }} />}
      {phase === 'writing' && <Progress words={t('importWriting')} {...{ done, total }} onStop={flow.stop} />}
      {phase === 'done' && <ImportDone {...{ flow, canWrite }} />}
    </>
  );
}
