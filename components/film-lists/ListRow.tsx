import { useEffect, useRef, useState } from 'preact/hooks';
import { formatNumber, t } from '../../lib/i18n/messages.ts';
import { Stars } from '../rating/Stars.tsx';
import { Button } from '../ui/Button.tsx';
import { Cover } from '../ui/Cover.tsx';
import { useRowDragging } from './use-row-dragging.ts';
import type { ListRowProps, Move } from './list-row-props.ts';
import { RowMenu } from './RowMenu.tsx';
import { useTypedPlace } from './use-typed-place.ts';

const keyMoves: Record<string, Move | undefined> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'last',
};

/** The note on a film: its text, or the field in which it is changed. */
function Note({
  film,
  isOpen,
  onNote,
  onClose,
}: Pick<ListRowProps, 'film' | 'onNote'> & { isOpen: boolean; onClose: () => void }) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (isOpen) field.current?.focus();
  }, [isOpen]);
  if (!isOpen) return film.note === '' ? null : <p class="list-note">{film.note}</p>;
  return (
    <form
      class="row-note"
      onSubmit={(event) => {
        event.preventDefault();
        onNote(film, field.current?.value.trim() ?? '');
        onClose();
      }}
    >
      <textarea
        ref={field}
        class="input"
        rows={2}
        aria-label={t('listNoteOn', film.title)}
        defaultValue={film.note}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          onClose();
        }}
      />
      <Button type="submit">{t('listSaveNote')}</Button>
    </form>
  );
}

function Own({ film, rating, isListed, canWrite, onWatchlist }: ListRowProps) {
  if (rating !== null) return <Stars value={rating} />;
  if (film.isSeen) return <span class="muted">{t('listRowSeen')}</span>;
  return (
    <Button
      icon="bookmark"
      pressed={isListed}
      name={t('listWatchlistOf', film.title)}
      disabled={!canWrite}
      onClick={() => onWatchlist(film)}
    >
      {t('ownWatchlist')}
    </Button>
  );
}

/** A film of a list: its place, its cover, its note, and what the user thinks of it. Alt with the arrows moves it. */
export function ListRow(props: ListRowProps) {
  const { film, index, rowRef, isRanked, canChange, canMove, href, canWrite } = props;
  const [isNoteOpen, setNoteOpen] = useState(false);
  const mayMove = canChange && canMove && canWrite;
  const dragging = useRowDragging(film.id, mayMove);
  const place = useTypedPlace(mayMove, (to) => props.onPlace(film, Math.min(to, props.count)));
  return (
    <li
      class="list-row"
      ref={rowRef}
      data-index={index}
      data-row={film.id}
      data-edge={dragging.edge ?? undefined}
      onBlurCapture={place.forget}
      onKeyDown={(event) => {
        place.onKeyDown(event);
        const move = event.altKey ? keyMoves[event.key] : undefined;
        if (move === undefined || !mayMove) return;
        event.preventDefault();
        props.onMove(film, move);
      }}
    >
      <div ref={dragging.row} class="list-row-body">
        {canChange && canMove && (
          <span ref={dragging.handle} class="grip" aria-hidden="true">
            ⠿
          </span>
        )}
        {isRanked && <span class="rank">{formatNumber(film.place)}</span>}
        <Cover title={film.title} year={film.year} refs={film.refs} isSmall />
        <div class="entry-film">
          <h2 class="title">
            {href === null ? film.title : <a href={href}>{film.title}</a>}{' '}
            {film.year !== null && <span class="muted">{film.year}</span>}
          </h2>
          {props.facts !== '' && <p class="muted">{props.facts}</p>}
          <Note film={film} isOpen={isNoteOpen} onNote={props.onNote} onClose={() => setNoteOpen(false)} />
        </div>
        {mayMove && (
          <span class="typed-place" role="status">
            {place.typed !== '' && t('listTypedPlace', place.typed)}
          </span>
        )}
        <span class="list-row-own">
          <Own {...props} />
        </span>
        {canChange && (
          <RowMenu
            {...{ film, canMove: mayMove, canWrite, count: props.count }}
            {...pickActions(props)}
            onOpenNote={() => setNoteOpen(true)}
          />
        )}
      </div>
    </li>
  );
}

const pickActions = ({ onMove, onPlace, onRemove }: ListRowProps) => ({ onMove, onPlace, onRemove });
