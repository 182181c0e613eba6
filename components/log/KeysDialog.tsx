import { t, type MessageKey } from '../../lib/i18n/messages.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Switch } from '../ui/Switch.tsx';

/** A key, or two one after the other, and what they do. */
export interface KeyHelp {
  keys: string[];
  words: MessageKey;
}

interface KeysDialogProps {
  keys: KeyHelp[];
  on: boolean;
  onSwitch: (on: boolean) => void;
  onClose: () => void;
}

/** The keys there are. They can be switched off, for those who speak to their machine. */
export function KeysDialog({ keys, on, onSwitch, onClose }: KeysDialogProps) {
  return (
    <Dialog title={t('keysTitle')} onClose={onClose}>
      <dl class="keys">
        {keys.map(({ keys: names, words }) => (
          <div key={words}>
            <dt>
              {names.map((name) => (
                <kbd key={name}>{name}</kbd>
              ))}
            </dt>
            <dd>{t(words)}</dd>
          </div>
        ))}
      </dl>
      <Switch label={t('keysSwitch')} on={on} onChange={onSwitch} />
    </Dialog>
  );
}
