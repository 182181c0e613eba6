import { useMemo, useState } from 'preact/hooks';
import { Button } from '../../../components/ui/Button.tsx';
import { formatNumber, t } from '../../../lib/i18n/messages.ts';
import type { LogIndex } from '../../../lib/watchlog/index/index-types.ts';
import type { ViewProps } from '../views/LazyView.tsx';

/** The tags of films, not of entries, with the number of films, the most used first. */
function countTags({ films }: LogIndex): [tag: string, count: number][] {
  const counts = new Map<string, number>();
  films.tags.forEach((tags, at) => {
    if (films.live[at]) for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  });
  return [...counts].sort(([, one], [, other]) => other - one);
}

/** Turns a tag of films, as earlier imports made of lists, into a list. Nothing where no film has a tag. */
export function TagsToLists({ state, canWrite }: ViewProps) {
  const shown = state.shown.value;
  const tags = useMemo(() => (shown === null ? [] : countTags(shown.index)), [shown]);
  const [chosen, setChosen] = useState('');
  if (tags.length === 0) return null;
  const tag = tags.some(([known]) => known === chosen) ? chosen : (tags[0]?.[0] ?? '');
  return (
    <details class="tags-to-lists">
      <summary>{t('listsFromTags')}</summary>
      <p class="muted">{t('listsFromTagsHow')}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void state.turnTagIntoList(tag).then((id) => id !== null && state.openPage('list', id));
        }}
      >
        <label class="field">
          {t('listsTag')}
          <select class="input" value={tag} onChange={({ currentTarget }) => setChosen(currentTarget.value)}>
            {tags.map(([name, count]) => (
              <option key={name} value={name}>
                {`${name} (${formatNumber(count)})`}
              </option>
            ))}
          </select>
        </label>
        <Button type="submit" disabled={!canWrite}>
          {t('listsMakeOfTag')}
        </Button>
      </form>
    </details>
  );
}
