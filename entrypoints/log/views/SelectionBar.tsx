import { BulkBar, type BulkEdit } from '../../../components/log/BulkBar.tsx';
import type { Listing } from '../state/log-model.ts';
import type { LogPageState } from '../state/log-state.ts';

interface SelectionBarProps {
  state: LogPageState;
  of: 'entries' | 'films';
  listing: Listing;
}

/** The actions for the selection; nothing outside of selection mode. */
export function SelectionBar({ state, of, listing }: SelectionBarProps) {
  const selected = state.selecting.value;
  if (selected === null) return null;
  const ids = [...selected];
  const edit = (change: BulkEdit): void => {
    if (change.kind === 'add-to-list' || change.kind === 'new-list')
      void putOnList(state, listFilms({ of, listing }, selected), change);
    else if (of === 'entries') void editEntries(state, ids, change);
    else void editFilms(state, ids, change);
  };
  const all = (): void => {
    const names = listing.shown.index[of].ids;
    state.select(listing.positions.flatMap((at) => names[at] ?? []));
  };
  return (
    <BulkBar
      of={of}
      count={selected.size}
      total={listing.positions.length}
      loadLists={() => state.loadLists(null)}
      onAll={all}
      onEdit={edit}
      onEnd={state.endSelecting}
    />
  );
}

/** The ids of the films that are selected, or whose entries are, each once, in the order in which they are listed. */
function listFilms(
  { of, listing }: Omit<SelectionBarProps, 'state'>,
  selected: ReadonlySet<string>,
): string[] {
  const { films, entries } = listing.shown.index;
  const names = of === 'films' ? films.ids : entries.ids;
  const found = listing.positions
    .filter((at) => selected.has(names[at] ?? ''))
    .flatMap((at) => films.ids[of === 'films' ? at : (entries.films[at] ?? -1)] ?? []);
  return [...new Set(found)];
}

async function putOnList(
  state: LogPageState,
  films: string[],
  change: Extract<BulkEdit, { kind: 'add-to-list' | 'new-list' }>,
): Promise<void> {
  if (change.kind === 'add-to-list') await state.addIdsToList(change.list, films);
  else await state.createListOfIds(change.name, films);
}

async function editEntries(state: LogPageState, ids: string[], change: BulkEdit): Promise<void> {
  if (change.kind === 'rate') await state.editEntries(ids, { set: { rating: change.rating } });
  if (change.kind === 'tags')
    await state.editEntries(ids, { addTags: change.add, removeTags: change.remove });
  if (change.kind === 'delete') await state.editEntries(ids, { isDeleted: true });
}

async function editFilms(state: LogPageState, ids: string[], change: BulkEdit): Promise<void> {
  if (change.kind === 'rate') await state.editFilms(ids, { rating: change.rating });
  if (change.kind === 'tags') await state.editFilms(ids, { addTags: change.add, removeTags: change.remove });
  if (change.kind === 'like') await state.editFilms(ids, { liked: change.liked });
  if (change.kind === 'list') await state.editFilms(ids, { listed: change.listed });
  if (change.kind === 'delete') await state.editFilms(ids, { isDeleted: true });
}
