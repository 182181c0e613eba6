import { Icon } from '../../../components/ui/Icon.tsx';
import { t } from '../../../lib/i18n/messages.ts';
import { createAddress, formatAddress } from '../../../lib/watchlog/search/address.ts';
import type { LogPageState } from '../state/log-state.ts';
import { isPlainClick } from './plain-click.ts';
import { findPlace, viewWords } from '../views/view-words.ts';

/** The way back to where the page was opened, named by its view; to the films if it was opened by itself. */
export function BackLink({ state }: { state: LogPageState }) {
  const from = state.cameFrom() ?? createAddress('films');
  return (
    <p class="film-back">
      <a
        class="link"
        href={`/log.html${formatAddress(from)}`}
        onClick={(event) => {
          if (!isPlainClick(event)) return;
          event.preventDefault();
          state.leavePage('films');
        }}
      >
        <Icon name="left" />
        {t(viewWords[findPlace(from.view)])}
      </a>
    </p>
  );
}
