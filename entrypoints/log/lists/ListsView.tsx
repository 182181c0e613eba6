import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { ListCard } from '../../../components/film-lists/ListCard.tsx';
import { ListForm } from '../../../components/film-lists/ListForm.tsx';
import { Button } from '../../../components/ui/Button.tsx';
import { Dialog } from '../../../components/ui/Dialog.tsx';
import { formatDate } from '../../../lib/i18n/dates.ts';
import { formatNumber, t, tCount } from '../../../lib/i18n/messages.ts';
import type { ReadyList } from '../../../lib/messaging/list-protocol.ts';
import { createPageAddress, formatAddress } from '../../../lib/watchlog/search/address.ts';
import { findLastChange, listItemsOfList } from '../../../lib/watchlog/queries/lists.ts';
import type { ListFilm } from '../../../lib/watchlog/search/list-films.ts';
import type { ListRow } from '../../../lib/watchlog/types.ts';
import type { LogPageState } from '../state/log-state.ts';
import type { ViewProps } from '../views/LazyView.tsx';
import { TagsToLists } from './TagsToLists.tsx';
import { formatReadyName, readyId } from './ready-lists.ts';
import {
  findSequence,
  toListFilms,
  toReadyFilms,
  useFilmRefs,
  useLists,
  useReadyLists,
} from './use-lists.ts';
import '../../../components/film-lists/film-lists.css';

const addressOf = (id: string): string => `/log.html${formatAddress(createPageAddress('list', id))}`;

/** Whether an element has come near the view; stays true. Lists far down are not read before that. */
function useWasNear() {
  const part = useRef<HTMLLIElement>(null);
  const [wasNear, setNear] = useState(false);
  useEffect(() => {
    if (part.current === null || wasNear) return undefined;
    const observer = new IntersectionObserver(
      (seen) => seen.some(({ isIntersecting }) => isIntersecting) && setNear(true),
      { rootMargin: '200px' },
    );
    observer.observe(part.current);
    return () => observer.disconnect();
  }, [wasNear]);
  return { part, wasNear };
}

interface CardDetails {
  films: ListFilm[];
  changedAt: number;
}

let lastTurn: Promise<unknown> = Promise.resolve();

/**
 * Reads one list after another, and none that is no longer wanted: the page of a list that is opened meanwhile waits for one
 * of them, and not for those of all cards.
 */
function readInTurn<T>(isWanted: () => boolean, read: () => Promise<T>): Promise<T | null> {
  const turn = lastTurn.then(() => (isWanted() ? read() : null));
  lastTurn = turn.catch(() => null);
  return turn;
}

/** A card of a list of the user's; its films are read when it comes near the view. */
function OwnCard({ state, list }: { state: LogPageState; list: ListRow }) {
  const { part, wasNear } = useWasNear();
  const sequence = findSequence(state);
  const known = state.readLists.find(list.id, sequence);
  const [items, setItems] = useState(known?.items ?? null);
  const shown = state.shown.value;
  useEffect(() => {
    if (!wasNear) return undefined;
    const remembered = state.readLists.find(list.id, sequence);
    if (remembered !== null) return setItems(remembered.items);
    let isCurrent = true;
    void readInTurn(
      () => isCurrent,
      () => state.reader.read((db) => listItemsOfList(db, list.id)),
    )
      .then((read) => {
        if (read === null) return;
        state.readLists.remember(list.id, sequence, { list, items: read });
        if (isCurrent) setItems(read);
      })
      .catch(() => undefined);
    return () => void (isCurrent = false);
  }, [state, wasNear, list, sequence]);
  const details = useMemo((): CardDetails | null => {
    if (items === null || shown === null) return null;
    return { films: toListFilms(shown.index, items), changedAt: findLastChange([list, ...items]) };
  }, [list, items, shown]);
  const facts = [
    list.ranked ? t('listRanked') : '',
    details === null ? '' : tCount('listFilms', details.films.length),
    details === null ? '' : t('listChangedOn', formatDate(details.changedAt)),
  ];
  return (
    <li ref={part}>
      <ListCard
        name={list.name}
        href={addressOf(list.id)}
        facts={facts.filter((fact) => fact !== '').join(' · ')}
        description={list.description}
        films={details?.films ?? null}
      />
    </li>
  );
}

function ReadyCards({ state, lists }: { state: LogPageState; lists: ReadyList[] }) {
  const refs = useFilmRefs(state);
  return (
    <section aria-labelledby="ready-lists" class="lists-part">
      <h2 id="ready-lists" class="title">
        {t('listsReady')}
      </h2>
      <p class="muted">{t('listsReadyHow')}</p>
      <ul class="list-cards">
        {lists.map((list) => (
          <li key={list.id}>
            <ListCard
              name={formatReadyName(list)}
              href={addressOf(readyId(list))}
              facts={[list.isRanked ? t('listRanked') : '', tCount('listFilms', list.films.length)]
                .filter((fact) => fact !== '')
                .join(' · ')}
              description={list.source}
              films={toReadyFilms(state.index(), list, refs)}
              isReady
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The dialog in which a list is named. It leads to the page of the list. */
function NewList({ state, onClose }: { state: LogPageState; onClose: () => void }) {
  return (
    <Dialog title={t('listNew')} onClose={onClose}>
      {(close) => (
        <ListForm
          values={{ name: '', description: '', ranked: false }}
          saveLabel={t('listCreate')}
          onCancel={close}
          onSave={(values) => {
            onClose();
            void state.createList(values).then((id) => id !== null && state.openPage('list', id));
          }}
        />
      )}
    </Dialog>
  );
}

/** All lists: the user's own, then those that come with the film data. */
export function ListsView({ state, canWrite }: ViewProps) {
  const lists = useLists(state);
  const ready = useReadyLists();
  const [isNaming, setNaming] = useState(false);
  return (
    <div class="lists-view">
      <div class="view-head">
        <h1 class="title">{t('logViewLists')}</h1>
        <Button look="primary" icon="plus" disabled={!canWrite} onClick={() => setNaming(true)}>
          {t('listNew')}
        </Button>
      </div>
      {lists?.length === 0 && <p class="lists-empty">{t('listsEmpty')}</p>}
      {lists && lists.length > 0 && (
        <section aria-labelledby="own-lists">
          <h2 id="own-lists" class="title lists-heading">
            {t('listsOwn')} <span class="muted">{formatNumber(lists.length)}</span>
          </h2>
          <ul class="list-cards">
            {lists.map((list) => (
              <OwnCard key={list.id} state={state} list={list} />
            ))}
          </ul>
        </section>
      )}
      <TagsToLists state={state} canWrite={canWrite} />
      {ready && ready.length > 0 && <ReadyCards state={state} lists={ready} />}
      {isNaming && <NewList state={state} onClose={() => setNaming(false)} />}
    </div>
  );
}
