import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '../../components/ui/Button.tsx';
import { useReturnedFocus } from '../../components/ui/use-returned-focus.ts';
import { t, tCount } from '../../lib/i18n/messages.ts';
import type { PageFilm } from '../../lib/messaging/protocol.ts';
import { limits } from '../../lib/text/log-limits.ts';
import { findRowFilm } from './page-films.ts';
import type { PopupState } from './popup-state.ts';

interface ListOfPageProps {
  state: PopupState;
  films: PageFilm[];
  canWrite: boolean;
}

/** Names a list of the page's films, in the page's order. A film that is not certain is left out. */
export function ListOfPage({ state, films, canWrite }: ListOfPageProps) {
  const form = useRef<HTMLFormElement>(null);
  const field = useRef<HTMLInputElement>(null);
  useReturnedFocus(form);
  useLayoutEffect(() => field.current?.select(), []);
  const meant = films.flatMap((row) => findRowFilm(row) ?? []);
  const leftOut = films.length - meant.length;
  const close = (): void => void (state.isListMaking.value = false);
  return (
    <form
      ref={form}
      class="list-of-page"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.isComposing) return;
        event.preventDefault();
        close();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        const name = field.current?.value.trim() ?? '';
        if (name === '') return;
        close();
        void state.createListOf(meant, name);
      }}
    >
      <label class="field">
        {t('listName')}
        <input
          ref={field}
          class="input"
          required
          maxLength={limits.listName}
          defaultValue={state.reading.value?.title.trim().slice(0, limits.listName) ?? ''}
        />
      </label>
      {leftOut > 0 && <p class="muted">{tCount('popupListLeavesOut', leftOut)}</p>}
      <p class="row-actions">
        <Button type="submit" look="primary" disabled={!canWrite || meant.length === 0}>
          {t('listCreate')}
        </Button>
        <Button onClick={close}>{t('formCancel')}</Button>
      </p>
    </form>
  );
}
