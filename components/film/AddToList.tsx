import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { formatNumber, t, tCount } from '../../lib/i18n/messages.ts';
import type { ListChoice } from '../../lib/messaging/list-protocol.ts';
import { limits } from '../../lib/text/log-limits.ts';
import { foldLetters } from '../../lib/text/text.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';

interface AddToListProps {
  /** The user's lists, and which of them have the film. */
  lists: ListChoice[];
  /** False while nothing can be saved. */
  canWrite: boolean;
  onSet: (listId: string, listed: boolean) => void;
  /** Makes a list of that name with the film on it. */
  onCreate: (name: string) => void;
}

/** Opens and closes the part below the button. A press beside it and Escape close it. */
function usePart() {
  const part = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  useLayoutEffect(() => {
    if (!isOpen) return undefined;
    part.current?.querySelector('input')?.focus();
    const onPress = ({ target }: PointerEvent): void => {
      if (!(target instanceof Node && part.current?.contains(target))) setOpen(false);
    };
    document.addEventListener('pointerdown', onPress);
    return () => document.removeEventListener('pointerdown', onPress);
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

type ChoicesProps = Omit<AddToListProps, 'canWrite'>;

function ChoiceList({ lists, onSet }: Pick<AddToListProps, 'lists' | 'onSet'>) {
  return (
    <ul class="list-choices">
      {lists.map(({ id, name, isOn, ranked, films }) => (
        <li key={id}>
          <label class="check">
            <input
              type="checkbox"
              checked={isOn}
              onChange={({ currentTarget }) => onSet(id, currentTarget.checked)}
            />
            <span>{name}</span>
            <span class="muted number">
              {ranked ? t('onListRanked', formatNumber(films)) : tCount('logFilms', films)}
            </span>
          </label>
        </li>
      ))}
    </ul>
  );
}

/** The lists as check boxes. The field finds one of them, or names a new one. */
function Choices({ lists, onSet, onCreate }: ChoicesProps) {
  const [text, setText] = useState('');
  const find = (name: string): ListChoice[] =>
    lists.filter((list) => foldLetters(list.name).includes(foldLetters(name)));
  const isFree = (name: string): boolean =>
    name !== '' && !lists.some((list) => foldLetters(list.name) === foldLetters(name));
  const name = text.trim();
  const found = find(name);
  const isNew = isFree(name);
  const create = (named: string): void => {
    onCreate(named);
    setText('');
  };
  const onEnter = (event: KeyboardEvent & { currentTarget: HTMLInputElement }): void => {
    // The field has what was typed since it was drawn.
    const typed = event.currentTarget.value.trim();
    if (event.key !== 'Enter' || event.isComposing || typed === '') return;
    event.preventDefault();
    const [only, ...more] = find(typed);
    if (only && more.length === 0) onSet(only.id, !only.isOn);
    else if (!only) create(typed);
  };
  return (
    <>
      <input
        class="input"
        type="text"
        aria-label={t('onListFind')}
        placeholder={t('onListFind')}
        autocomplete="off"
        maxLength={limits.listName}
        value={text}
        onInput={({ currentTarget }) => setText(currentTarget.value)}
        onKeyDown={onEnter}
      />
      <ChoiceList lists={found} onSet={onSet} />
      {lists.length === 0 && name === '' && <p class="muted">{t('onListNone')}</p>}
      {(isNew || name === '') && (
        <Button icon="plus" disabled={!isNew} onClick={() => create(name)}>
          {isNew ? t('onListNewNamed', name) : t('onListNew')}
        </Button>
      )}
    </>
  );
}

/** A button that says on how many lists a film is, and opens the lists to put it on or take it off. */
export function AddToList({ lists, canWrite, ...on }: AddToListProps) {
  const id = useId();
  const { part, isOpen, setOpen, onKeyDown } = usePart();
  const count = lists.filter(({ isOn }) => isOn).length;
  return (
    <div class="add-to-list" ref={part} onKeyDown={onKeyDown}>
      <button
        type="button"
        class={`button quiet ${count > 0 ? 'on' : ''}`}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        disabled={!canWrite}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name="list-add" />
        {count > 0 ? tCount('onListCount', count) : t('onListAdd')}
      </button>
      {isOpen && (
        <div id={id} class="lists-part" role="group" aria-label={t('onListAdd')}>
          <Choices lists={lists} {...on} />
        </div>
      )}
    </div>
  );
}
