import { useEffect, useRef } from 'preact/hooks';
import { ViewingForm } from '../../components/film/ViewingForm.tsx';
import { DiaryList } from '../../components/log/DiaryList.tsx';
import { Evenings } from '../../components/log/Evenings.tsx';
import { RatingsPanel } from '../../components/log/RatingsPanel.tsx';
import { YearPanel } from '../../components/log/YearPanel.tsx';
import { Button } from '../../components/ui/Button.tsx';
import { Dialog } from '../../components/ui/Dialog.tsx';
import { Icon } from '../../components/ui/Icon.tsx';
import { StatusLine } from '../../components/ui/StatusLine.tsx';
import { t, tCount } from '../../lib/i18n/messages.ts';
import { AddFilm } from './AddFilm.tsx';
import type { LogPageState } from './log-state.ts';

function EditDialog({ state }: { state: LogPageState }) {
  const item = state.edited.value;
  if (!item) return null;
  const { entry, film } = item;
  const title = film.year === null ? film.title : t('logFilmAndYear', film.title, String(film.year));
  return (
    <Dialog key={entry.id} title={title} onClose={() => (state.editedId.value = null)}>
      <ViewingForm
        viewing={entry}
        today={state.today()}
        saveLabel={t('formSaveChanges')}
        asksRating
        onSave={(viewing) => void state.change(entry.id, viewing)}
        onCancel={() => (state.editedId.value = null)}
        onDelete={() => void state.remove(entry.id)}
      />
    </Dialog>
  );
}

/** Asks for more entries when the end of those drawn comes near. */
function MoreBelow({ onNear }: { onNear: () => void }) {
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const watcher = new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && onNear(), {
      rootMargin: '1200px',
    });
    if (end.current) watcher.observe(end.current);
    return () => watcher.disconnect();
  });
  return <div ref={end} class="more" />;
}

function Entries({ state }: { state: LogPageState }) {
  const found = state.found.value;
  const query = state.query.value.trim();
  if (found.length === 0) {
    return (
      <section class="empty">
        <h2 class="title">{query === '' ? t('logEmpty') : t('logNothingFound', query)}</h2>
        <p class="muted">{t(query === '' ? 'logEmptyHow' : 'logNothingFoundHow')}</p>
      </section>
    );
  }
  return (
    <>
      <DiaryList sections={state.sections.value} onEdit={(id) => (state.editedId.value = id)} />
      <MoreBelow onNear={() => state.showMore()} />
    </>
  );
}

/** Search, the diary by month, and how the year was. `canWrite`: false shows it for reading alone. */
export function Diary({ state, canWrite }: { state: LogPageState; canWrite: boolean }) {
  const items = state.items.value;
  if (items === null) return <p class="muted">{t('popupLoading')}</p>;
  return (
    <>
      <h1 class="hidden-text">{t('logDiary')}</h1>
      <div class="bar-top">
        {items.length > 0 && (
          <label class="search">
            <Icon name="search" />
            <span class="hidden-text">{t('logSearch')}</span>
            <input
              type="search"
              value={state.query.value}
              placeholder={tCount('logSearchIn', items.length)}
              onInput={(event) => state.search(event.currentTarget.value)}
            />
          </label>
        )}
        {canWrite && (
          <Button look="primary" icon="plus" onClick={() => (state.isAdding.value = true)}>
            {t('logAdd')}
          </Button>
        )}
      </div>
      <p class="hidden-text" role="status">
        {state.query.value === '' ? '' : tCount('logFound', state.found.value.length)}
      </p>
      <div class="columns">
        <div>
          <Entries state={state} />
        </div>
        {items.length > 0 && (
          <aside class="side" aria-label={t('logAtAGlance')}>
            <YearPanel totals={state.year.value} />
            <Evenings days={state.days.value} />
            <RatingsPanel counts={state.ratings.value} />
          </aside>
        )}
      </div>
      <div class="toast" data-shown={state.status.value !== null}>
        <StatusLine status={state.status.value} onUndo={() => void state.undo()} />
        {state.status.value && (
          <button
            type="button"
            class="clear"
            aria-label={t('statusDismiss')}
            onClick={() => (state.status.value = null)}
          >
            <Icon name="close" weight={2.6} />
          </button>
        )}
      </div>
      {canWrite && <EditDialog state={state} />}
      {canWrite && state.isAdding.value && <AddFilm state={state} />}
    </>
  );
}
