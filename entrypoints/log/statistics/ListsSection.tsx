import { useRef, useState } from 'preact/hooks';
import '../../../components/film-lists/film-lists.css';
import { ListProgress } from '../../../components/film-lists/ListProgress.tsx';
import { formatNumber, t } from '../../../lib/i18n/messages.ts';
import { createPageAddress, formatAddress } from '../../../lib/watchlog/search/address.ts';
import { formatReadyName, readyId } from '../lists/ready-lists.ts';
import { toListFilms, toReadyFilms, useFilmRefs, useNewestLists, useReadyLists } from '../lists/use-lists.ts';
import type { LogPageState } from '../state/log-state.ts';

/** How many lists are shown before the rest is asked for. */
const shownFirst = 8;

/** A list, and how many of its films the user has seen. */
interface Progress {
  id: string;
  name: string;
  seen: number;
  count: number;
}

const countSeen = (films: readonly { isSeen: boolean }[]): Pick<Progress, 'seen' | 'count'> => ({
  seen: films.filter((film) => film.isSeen).length,
  count: films.length,
});

function Rows({ label, lists }: { label: string; lists: Progress[] }) {
  return (
    <ul class="lists-seen" aria-label={label}>
      {lists.map(({ id, name, seen, count }) => (
        <li key={id}>
          <a href={`/log.html${formatAddress(createPageAddress('list', id))}`}>{name}</a>
          <ListProgress seen={seen} count={count} />
        </li>
      ))}
    </ul>
  );
}

/** The progress of the user's lists, the newest first, and of the ready-made ones of which they have seen a film. */
export function ListsSection({ state }: { state: LogPageState }) {
  const [most, setMost] = useState(shownFirst);
  const read = useNewestLists(state, most);
  // While more are read, those that are known stay.
  const last = useRef(read);
  last.current = read ?? last.current;
  const newest = last.current;
  const refs = useFilmRefs(state);
  const index = state.index();
  const own = (newest?.lists ?? [])
    .map(({ list: { id, name }, items }) => ({ id, name, ...countSeen(toListFilms(index, items)) }))
    .filter(({ count }) => count > 0);
  const ready = (useReadyLists() ?? [])
    .map((list) => ({
      id: readyId(list),
      name: formatReadyName(list),
      ...countSeen(toReadyFilms(index, list, refs)),
    }))
    .filter(({ seen }) => seen > 0);
  if (own.length + ready.length === 0) return null;
  return (
    <section class="panel chart" aria-labelledby="lists-seen">
      <div class="chart-head">
        <h2 id="lists-seen" class="label">
          {t('statsLists')}
        </h2>
      </div>
      {own.length > 0 && <Rows label={t('listsOwn')} lists={own} />}
      {newest !== null && newest.count > most && (
        <button type="button" class="link" onClick={() => setMost(newest.count)}>
          {t('statsListsAll', formatNumber(newest.count))}
        </button>
      )}
      {ready.length > 0 && (
        <>
          <h3 class="muted">{t('listsReady')}</h3>
          <Rows label={t('listsReady')} lists={ready} />
        </>
      )}
    </section>
  );
}
