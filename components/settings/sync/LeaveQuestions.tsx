import { t, tCount } from '../../../lib/i18n/messages.ts';
import { Confirm } from '../../ui/Confirm.tsx';

interface QuestionProps {
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before sync ends on this device. `waiting`: its changes that are not sent yet. */
export function StopQuestion({ waiting, ...on }: QuestionProps & { waiting: number }) {
  return (
    <Confirm title={t('syncStopTitle')} action={t('syncStopYes')} {...on}>
      <p>{t('syncStopMeans')}</p>
      {waiting > 0 && <p>{tCount('syncStopWaiting', waiting)}</p>}
    </Confirm>
  );
}

/** Asks before everything that Marquee wrote there is deleted. */
export function RemoveQuestion(on: QuestionProps) {
  return (
    <Confirm title={t('syncRemoveTitle')} action={t('syncRemoveYes')} {...on}>
      <p>{t('syncRemoveLost')}</p>
      <p>{t('syncRemoveKept')}</p>
      <p>{t('syncRemoveUnsynced')}</p>
    </Confirm>
  );
}
