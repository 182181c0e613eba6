import { t } from '../../../lib/i18n/messages.ts';
import { createPageAddress, formatAddress } from '../../../lib/watchlog/search/address.ts';
import type { FilmPartProps } from './film-part.ts';
import { isPlainClick } from './plain-click.ts';

/** The user's lists that the film is on, each with its place. */
export function ListsPanel({ state, rows }: FilmPartProps) {
  return (
    <section class="panel" aria-labelledby="film-lists">
      <h2 id="film-lists" class="label">
        {t('filmLists')}
      </h2>
      {rows.lists.length === 0 && <p class="muted">{t('filmListsNone')}</p>}
      <ul class="film-lists">
        {rows.lists.map(({ id, name, isRanked, place, count }) => (
          <li key={id}>
            <a
              href={`/log.html${formatAddress(createPageAddress('list', id))}`}
              onClick={(event) => {
                if (!isPlainClick(event)) return;
                event.preventDefault();
                state.openPage('list', id);
              }}
            >
              {name}
            </a>
            {isRanked && <span class="muted">{t('scoreOf', String(place), String(count))}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
