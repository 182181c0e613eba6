import { useState } from 'preact/hooks';
import { formatNumber, t, tCount } from '../../lib/i18n/messages.ts';
import type { ListChoice } from '../../lib/messaging/list-protocol.ts';
import { limits } from '../../lib/text/log-limits.ts';
import { foldLetters } from '../../lib/text/text.ts';
import { Button } from '../ui/Button.tsx';

interface ListChoicesProps {
  /** Null until they are loaded. */
  lists: ListChoice[] | null;
  /** True for check boxes, which put a film on a list and take it off; false for buttons, which only add. */
  canRemove: boolean;
  onChoose: (list: ListChoice, listed: boolean) => void;
  /** Makes a list of that name with what is added on it. */
  onCreate: (name: string) => void;
}

function Facts({ ranked, films }: ListChoice) {
  return (
    <span class="muted number">
      {ranked ? t('onListRanked', formatNumber(films)) : tCount('logFilms', films)}
    </span>
  );
}

function Rows({
  lists,
  canRemove,
  onChoose,
}: Pick<ListChoicesProps, 'canRemove' | 'onChoose'> & { lists: ListChoice[] }) {
  return (
    <ul class="list-choices">
      {lists.map((list) => (
        <li key={list.id}>
          {canRemove ? (
            <label class="check">
              <input
                type="checkbox"
                checked={list.isOn}
                onChange={({ currentTarget }) => onChoose(list, currentTarget.checked)}
              />
              <span>{list.name}</span>
              <Facts {...list} />
            </label>
          ) : (
            <button type="button" class="check" onClick={() => onChoose(list, true)}>
              <span>{list.name}</span>
              <Facts {...list} />
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

/** The user's lists, to choose from. The field finds one of them, or names a new one. */
export function ListChoices({ lists, canRemove, onChoose, onCreate }: ListChoicesProps) {
  const [text, setText] = useState('');
  const find = (name: string): ListChoice[] =>
    (lists ?? []).filter((list) => foldLetters(list.name).includes(foldLetters(name)));
  const isFree = (name: string): boolean =>
    name !== '' && !lists?.some((list) => foldLetters(list.name) === foldLetters(name));
  const name = text.trim();
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
    if (only && more.length === 0) onChoose(only, !canRemove || !only.isOn);
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
      <Rows lists={find(name)} {...{ canRemove, onChoose }} />
      {lists?.length === 0 && name === '' && <p class="muted">{t('onListNone')}</p>}
      {(isNew || name === '') && (
        <Button icon="plus" disabled={!isNew} onClick={() => create(name)}>
          {isNew ? t('onListNewNamed', name) : t('onListNew')}
        </Button>
      )}
    </>
  );
}
