import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../../components/ui/Button.tsx';
import { formatDate } from '../../../lib/i18n/dates.ts';
import { t } from '../../../lib/i18n/messages.ts';
import { findRemovedFilm, type RemovedFilm } from '../../../lib/watchlog/queries/film-page.ts';
import { trashKeptMs } from '../../../lib/watchlog/queries/trash.ts';
import type { LogPageState } from '../state/log-state.ts';
import { formatFilmTitle } from '../dialogs/NewEntry.tsx';
import { MissingPage } from './MissingPage.tsx';

/** Shown for the id of a film that is not in the log: what is known of it, and a button that brings it back. */
export function RemovedFilmPage({
  state,
  id,
  canWrite,
}: {
  state: LogPageState;
  id: string;
  canWrite: boolean;
}) {
  const [found, setFound] = useState<{ film: RemovedFilm | null } | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void state.reader.read((db) => findRemovedFilm(db, id)).then((film) => isCurrent && setFound({ film }));
    return () => void (isCurrent = false);
  }, [state, id]);
  const mergedInto = found?.film?.mergedInto ?? null;
  useEffect(() => {
    // An address from before the merge leads to the film that was kept.
    if (mergedInto !== null) state.change({ id: mergedInto });
  }, [state, mergedInto]);
  if (found === null || mergedInto !== null) return <p class="muted">{t('popupLoading')}</p>;
  const { film } = found;
  const toFilms = <Button onClick={() => state.show('films')}>{t('filmPageAllFilms')}</Button>;
  if (film === null) {
    return (
      <MissingPage title={t('filmPageUnknown')}>
        <p class="muted">{t('filmPageUnknownHow')}</p>
        <div class="form-actions">{toFilms}</div>
      </MissingPage>
    );
  }
  const canRestore = film.rows.length > 0;
  const [day, lastDay] = [film.removedAt, film.removedAt + trashKeptMs].map((at) => formatDate(at, 'long'));
  return (
    <MissingPage title={t('filmPageRemoved')}>
      <p class="muted">
        {t(
          canRestore ? 'filmPageRemovedOn' : 'filmPagePurged',
          formatFilmTitle(film),
          day ?? '',
          lastDay ?? '',
        )}
      </p>
      <div class="form-actions">
        {canRestore && (
          <Button
            look="primary"
            icon="restore"
            disabled={!canWrite}
            onClick={() => void state.restoreTrash(film.rows)}
          >
            {t('filmPageRestore')}
          </Button>
        )}
        {toFilms}
      </div>
    </MissingPage>
  );
}
