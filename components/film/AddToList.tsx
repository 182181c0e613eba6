import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t, tCount } from '../../lib/i18n/messages.ts';
import type { ListChoice } from '../../lib/messaging/list-protocol.ts';
import { Icon } from '../ui/Icon.tsx';
import { ListChoices } from './ListChoices.tsx';

interface AddToListProps {
  /** Loads the user's lists, and which of them have the film. */
  load: () => Promise<ListChoice[]>;
  /** The lists are loaded again when this changes. */
  version: unknown;
  /** The title of the film, for a button without words in a row of films; its lists are loaded when it is opened. */
  ofRow?: string;
  /** False while nothing can be saved. */
  canWrite: boolean;
  onSet: (list: ListChoice, listed: boolean) => void;
  /** Makes a list of that name with the film on it. */
  onCreate: (name: string) => void;
}

/** Opens and closes the part below the button. A press beside it, Escape, and leaving it close it. */
function usePart() {
  const part = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  useLayoutEffect(() => {
    if (!isOpen) return undefined;
    part.current?.querySelector('input')?.focus();
    // The tests' document has no scrolling.
    part.current?.lastElementChild?.scrollIntoView?.({ block: 'nearest' });
    const leave = ({ target }: Event): void => {
      if (!(target instanceof Node && part.current?.contains(target))) setOpen(false);
    };
    document.addEventListener('pointerdown', leave);
    document.addEventListener('focusin', leave);
    return () => {
      document.removeEventListener('pointerdown', leave);
      document.removeEventListener('focusin', leave);
    };
  }, [isOpen]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !isOpen || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    part.current?.querySelector('button')?.focus();
    setOpen(false);
  };
  return { part, isOpen, setOpen, onKeyDown };
}

/** The user's lists as they are now; null until they are loaded for the first time, and empty where they cannot be. */
function useLists({ load, version }: Pick<AddToListProps, 'load' | 'version'>, isNeeded: boolean) {
  const [lists, setLists] = useState<ListChoice[] | null>(null);
  const latest = useRef(load);
  latest.current = load;
  useEffect(() => {
    if (!isNeeded) return undefined;
    let isCurrent = true;
    void latest
      .current()
      .catch((): ListChoice[] => [])
      .then((loaded) => isCurrent && setLists(loaded));
    return () => void (isCurrent = false);
  }, [version, isNeeded]);
  return lists;
}

/** A button that says on how many lists a film is, and opens the lists to put it on or take it off. */
export function AddToList({ load, version, ofRow, canWrite, onSet, onCreate }: AddToListProps) {
  const id = useId();
  const { part, isOpen, setOpen, onKeyDown } = usePart();
  const isRow = ofRow !== undefined;
  const lists = useLists({ load, version }, isOpen || !isRow);
  const count = lists?.filter(({ isOn }) => isOn).length ?? 0;
  const name = isRow ? t('onListAddOf', ofRow) : undefined;
  return (
    <div class="add-to-list" ref={part} onKeyDown={onKeyDown}>
      <button
        type="button"
        class={`button quiet ${count > 0 && !isRow ? 'on' : ''}`}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        aria-label={name}
        title={name}
        disabled={!canWrite}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name="list-add" />
        {!isRow && (count > 0 ? tCount('onListCount', count) : t('onListAdd'))}
      </button>
      {isOpen && (
        <div id={id} class="add-to-list-part" role="group" aria-label={name ?? t('onListAdd')}>
          <ListChoices lists={lists} canRemove onChoose={onSet} onCreate={onCreate} />
        </div>
      )}
    </div>
  );
}
