import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../lib/i18n/messages.ts';
import type { ListFilm } from '../../lib/watchlog/search/list-films.ts';
import { Button } from '../ui/Button.tsx';
import type { ListRowProps } from './list-row-props.ts';

interface RowMenuProps extends Pick<
  ListRowProps,
  'onMove' | 'onPlace' | 'onRemove' | 'canMove' | 'canWrite' | 'count'
> {
  film: ListFilm;
  onOpenNote: () => void;
}

/** Moves a film to a place that is typed. */
function PlaceForm({ film, count, onPlace }: Pick<RowMenuProps, 'film' | 'count' | 'onPlace'>) {
  return (
    <form
      class="place-form"
      onSubmit={(event) => {
        event.preventDefault();
        const place = Number(new FormData(event.currentTarget).get('place'));
        if (Number.isInteger(place) && place >= 1) onPlace(film, Math.min(place, count));
      }}
    >
      <label>
        {t('listMoveTo')}
        <input
          class="input"
          name="place"
          type="number"
          min={1}
          max={count}
          required
          defaultValue={String(film.place)}
        />
      </label>
      <Button type="submit">{t('listMove')}</Button>
    </form>
  );
}

/** Opens and closes a menu: Escape and a click beside it close it, and the focus returns to its button. */
function useMenu() {
  const [isOpen, setOpen] = useState(false);
  const part = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isOpen) return undefined;
    part.current?.querySelector<HTMLElement>('.row-menu button:enabled')?.focus();
    const leave = ({ target }: PointerEvent): void => {
      if (target instanceof Node && !part.current?.contains(target)) setOpen(false);
    };
    document.addEventListener('pointerdown', leave);
    return () => document.removeEventListener('pointerdown', leave);
  }, [isOpen]);
  const close = (): void => {
    setOpen(false);
    part.current?.querySelector<HTMLElement>('[data-menu]')?.focus();
  };
  return { isOpen, part, close, toggle: () => setOpen(!isOpen) };
}

function Actions({ film, canMove, count, onOpenNote, ...on }: Omit<RowMenuProps, 'canWrite'>) {
  return (
    <div class="row-menu">
      {canMove && (
        <>
          <Button disabled={film.place === 1} onClick={() => on.onMove(film, 'up')}>
            {t('listMoveUp')}
          </Button>
          <Button disabled={film.place === count} onClick={() => on.onMove(film, 'down')}>
            {t('listMoveDown')}
          </Button>
          <PlaceForm film={film} count={count} onPlace={on.onPlace} />
        </>
      )}
      <Button onClick={onOpenNote}>{t(film.note === '' ? 'listAddNote' : 'listChangeNote')}</Button>
      <Button look="danger" onClick={() => on.onRemove(film)}>
        {t('listRemoveFilm')}
      </Button>
    </div>
  );
}

/** What can be done with a film of a list. Each action closes the menu. */
export function RowMenu({ canWrite, ...props }: RowMenuProps) {
  const { isOpen, part, close, toggle } = useMenu();
  const { film } = props;
  const closing =
    <Given extends unknown[]>(action: (...given: Given) => void) =>
    (...given: Given): void => {
      close();
      action(...given);
    };
  return (
    <div
      ref={part}
      class="row-menu-part"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen) return;
        event.stopPropagation();
        close();
      }}
    >
      <button
        type="button"
        class="button quiet"
        data-menu
        aria-expanded={isOpen}
        aria-label={t('listMenuOf', film.title)}
        title={t('listMenuOf', film.title)}
        disabled={!canWrite}
        onClick={toggle}
      >
        <span aria-hidden="true">⋯</span>
      </button>
      {isOpen && (
        <Actions
          {...props}
          onMove={closing(props.onMove)}
          onPlace={closing(props.onPlace)}
          onOpenNote={closing(props.onOpenNote)}
          onRemove={closing(props.onRemove)}
        />
      )}
    </div>
  );
}
