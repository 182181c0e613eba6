import type { ComponentChildren } from 'preact';
import type { ListFilm } from '../../lib/watchlog/search/list-films.ts';
import { Cover } from '../ui/Cover.tsx';
import { ListProgress } from './ListProgress.tsx';

const mostCovers = 5;

interface ListCardProps {
  name: string;
  href: string;
  /** "Ranked · 14 films · changed today" */
  facts: string;
  description: string;
  /** Its films in order; null until they are read. */
  films: readonly ListFilm[] | null;
  isReady?: boolean;
  children?: ComponentChildren;
}

/** A list in the overview: its first covers, its name, and how much of it the user has seen. */
export function ListCard({ name, href, facts, description, films, isReady = false }: ListCardProps) {
  return (
    <article class={`list-card ${isReady ? 'ready' : ''}`}>
      <div class="list-covers">
        {(films ?? []).slice(0, mostCovers).map((film) => (
          <Cover key={film.id} title={film.title} year={film.year} isSmall hasTitle />
        ))}
      </div>
      <h3 class="title">
        <a href={href}>{name}</a>
      </h3>
      <p class="muted">{facts}</p>
      {description !== '' && <p class="list-words">{description}</p>}
      {films && <ListProgress seen={films.filter((film) => film.isSeen).length} count={films.length} />}
    </article>
  );
}
