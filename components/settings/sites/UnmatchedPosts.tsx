import { useState } from 'preact/hooks';
import type { Film } from '../../../lib/films/types.ts';
import { formatPartialDate } from '../../../lib/i18n/dates.ts';
import { t, tCount } from '../../../lib/i18n/messages.ts';
import type { UnmatchedPost } from '../../../lib/messaging/source-protocol.ts';
import { TitleForm } from '../../film/forms/TitleForm.tsx';
import { Button } from '../../ui/Button.tsx';
import { SafeLink } from '../../ui/SafeLink.tsx';
import { useKeptFocus } from '../../ui/use-kept-focus.ts';

interface UnmatchedActions {
  maxYear: number;
  onAssign: (post: UnmatchedPost, film: Film | null) => void;
  onName: (post: UnmatchedPost, title: string, year: number | null) => void;
}

interface UnmatchedPostsProps extends UnmatchedActions {
  posts: UnmatchedPost[];
}

const mostShown = 20;

const formatFilm = (title: string, year: number | null): string =>
  year === null ? title : t('logFilmAndYear', title, String(year));

function Post({ post, maxYear, onAssign, onName }: UnmatchedActions & { post: UnmatchedPost }) {
  const [isNaming, setNaming] = useState(false);
  const from = [post.siteName, post.date === null ? '' : formatPartialDate(post.date.slice(0, 10), 'medium')];
  return (
    <li class="followed">
      <p>
        <SafeLink url={post.url}>{post.heading}</SafeLink>
      </p>
      <p class="muted">{from.filter((part) => part !== '').join(' · ')}</p>
      <p class="row-actions">
        {post.candidates.slice(0, 6).map((film) => (
          <Button key={film.refs[0] ?? film.title} onClick={() => onAssign(post, film)}>
            {formatFilm(film.title, film.year)}
          </Button>
        ))}
        <Button expanded={isNaming} onClick={() => setNaming(!isNaming)}>
          {t('unmatchedName')}
        </Button>
        <Button name={t('unmatchedNoneOf', post.heading)} onClick={() => onAssign(post, null)}>
          {t('unmatchedNone')}
        </Button>
      </p>
      {isNaming && (
        <TitleForm
          title={post.title}
          year={post.year}
          maxYear={maxYear}
          onFind={(title, year) => onName(post, title, year)}
        />
      )}
    </li>
  );
}

/** Posts of followed sites that could not be matched to a film; the user chooses one. Nothing if there are no such posts. */
export function UnmatchedPosts(props: UnmatchedPostsProps) {
  return props.posts.length === 0 ? null : <PostList {...props} />;
}

function PostList({ posts, ...on }: UnmatchedPostsProps) {
  const part = useKeptFocus<HTMLElement>();
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? posts : posts.slice(0, mostShown);
  return (
    <section class="card" ref={part} tabIndex={-1} aria-labelledby="unmatched">
      <h3 id="unmatched" class="title">
        {t('optionsUnmatched')}
      </h3>
      <p>{tCount('optionsUnmatchedWhat', posts.length)}</p>
      <ul>
        {shown.map((post) => (
          <Post key={`${post.siteId} ${post.url}`} post={post} {...on} />
        ))}
      </ul>
      {shown.length < posts.length && (
        <Button onClick={() => setShowsAll(true)}>{tCount('unmatchedAll', posts.length)}</Button>
      )}
    </section>
  );
}
