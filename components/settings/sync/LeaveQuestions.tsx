import { t, tCount } from '../../../lib/i18n/messages.ts';
import type { ShownLocation } from '../../../lib/messaging/sync-protocol.ts';
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

/** Asks before everything that Marquee wrote there is deleted. A database keeps what others have, and for a time what was. */
export function RemoveQuestion({ kind, ...on }: QuestionProps & { kind: ShownLocation['kind'] }) {
  return (
    <Confirm title={t('syncRemoveTitle')} action={t('syncRemoveYes')} {...on}>
      <p>{t('syncRemoveLost')}</p>
      {kind === 'couchdb' && <p>{t('syncRemoveDatabase')}</p>}
      <p>{t('syncRemoveKept')}</p>
      <p>{t('syncRemoveUnsynced')}</p>
    </Confirm>
  );
}
