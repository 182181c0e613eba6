import { t, type MessageKey } from '../../lib/i18n/messages.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Switch } from '../ui/Switch.tsx';

/** A key, or two in sequence, and what they do. */
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

/** The keyboard shortcuts. They can be switched off, for users of speech input (WCAG 2.2, 2.1.4). */
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
