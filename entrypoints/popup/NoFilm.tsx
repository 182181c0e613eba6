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

/** Finds a film by its title, for films that the page does not name. */
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

/** Shown for a page that is not about one film: lists the films it names, or explains that there are none. */
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

/** Shown for a page without a content script: says why, and offers to read the page. */
export function Unread({ refused, onRead }: UnreadProps) {
  return (
    <section class="empty">
      <h1 class="title">{t('popupUnread')}</h1>
      <p class="muted">{t(refused ? 'popupUnreadRefused' : 'popupUnreadWhy')}</p>
      {!refused && <Button onClick={onRead}>{t('popupReadPage')}</Button>}
    </section>
  );
}
