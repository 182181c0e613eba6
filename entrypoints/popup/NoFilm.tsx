import { FilmChoices } from '../../components/film/FilmChoices.tsx';
import { TitleForm } from '../../components/film/forms/TitleForm.tsx';
import { Button } from '../../components/ui/Button.tsx';
import type { SightedHint } from '../../lib/films/types.ts';
import { t } from '../../lib/i18n/messages.ts';

interface NoFilmProps {
  films: SightedHint[];
  onChoose: (hint: SightedHint) => void;
}

interface FindProps {
  maxYear: number;
  onFind: (title: string, year: number | null) => void;
}

/** The way to a film that no page names: by its title. */
export function FindByTitle({ maxYear, onFind }: FindProps) {
  return (
    <section class="block" aria-labelledby="find">
      <h2 id="find" class="label">
        {t('popupFind')}
      </h2>
      <TitleForm maxYear={maxYear} onFind={onFind} />
    </section>
  );
}

/** A page that is about no one film: those it names, or what it takes to see one. */
export function NoFilm({ films, onChoose }: NoFilmProps) {
  if (films.length === 0) {
    return (
      <section class="empty">
        <h1 class="title">{t('popupNoFilm')}</h1>
        <p class="muted">{t('popupNoFilmWhy')}</p>
      </section>
    );
  }
  return (
    <section>
      <h1 class="label">{t('popupFilmsHere')}</h1>
      <FilmChoices
        films={films.map(({ hint }) => hint)}
        onChoose={(index) => {
          const film = films[index];
          if (film) onChoose(film);
        }}
      />
    </section>
  );
}

interface UnreadProps {
  refused: boolean;
  onRead: () => void;
}

/** A page that no content script reads: why, and the one step that helps. */
export function Unread({ refused, onRead }: UnreadProps) {
  return (
    <section class="empty">
      <h1 class="title">{t('popupUnread')}</h1>
      <p class="muted">{t(refused ? 'popupUnreadRefused' : 'popupUnreadWhy')}</p>
      {!refused && <Button onClick={onRead}>{t('popupReadPage')}</Button>}
    </section>
  );
}
