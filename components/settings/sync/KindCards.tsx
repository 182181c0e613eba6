import { useId } from 'preact/hooks';
import { t, type MessageKey } from '../../../lib/i18n/messages.ts';
import { Icon, type IconName } from '../../ui/Icon.tsx';
import type { SyncKind } from './sync-words.ts';

export type ChosenKind = SyncKind | 'off';

interface Card {
  kind: ChosenKind;
  icon: IconName;
  name: MessageKey;
  means: MessageKey;
}

const cards: Card[] = [
  { kind: 'off', icon: 'off', name: 'syncOff', means: 'syncOffMeans' },
  { kind: 'folder', icon: 'folder', name: 'syncFolder', means: 'syncFolderMeans' },
  { kind: 'webdav', icon: 'cloud', name: 'syncWebdav', means: 'syncWebdavMeans' },
  { kind: 'couchdb', icon: 'server', name: 'syncCouchdb', means: 'syncCouchdbMeans' },
];

interface KindCardsProps {
  chosen: ChosenKind;
  /** Whether the browser lets extensions use folders. */
  hasFolders: boolean;
  onChoose: (kind: ChosenKind) => void;
}

/** The choice where to sync, as a card each. */
export function KindCards({ chosen, hasFolders, onChoose }: KindCardsProps) {
  const group = useId();
  return (
    <fieldset class="sync-kinds">
      <legend class="hidden-text">{t('syncKinds')}</legend>
      {cards.map(({ kind, icon, name, means }) => {
        const isOff = kind === 'folder' && !hasFolders;
        return (
          <label key={kind} class={`sync-kind ${isOff ? 'not' : ''}`}>
            <input
              type="radio"
              name={group}
              checked={chosen === kind}
              disabled={isOff}
              aria-labelledby={`${group}-${kind}`}
              aria-describedby={`${group}-${kind}-means`}
              onChange={() => onChoose(kind)}
            />
            <Icon name={icon} />
            <span>
              <span id={`${group}-${kind}`} class="sync-kind-name">
                {t(name)}
              </span>
              <span id={`${group}-${kind}-means`} class="muted line">
                {t(isOff ? 'syncFolderNot' : means)}
              </span>
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}
