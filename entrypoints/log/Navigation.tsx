import { useState } from 'preact/hooks';
import { CoverTerms } from '../../components/film/CoverTerms.tsx';
import { Dialog } from '../../components/ui/Dialog.tsx';
import { Icon, type IconName } from '../../components/ui/Icon.tsx';
import { Logo } from '../../components/ui/Logo.tsx';
import { narrowPage, useMedia } from '../../components/ui/page/use-media.ts';
import { formatNumber, t } from '../../lib/i18n/messages.ts';
import { createAddress, formatAddress, viewNames, type ViewName } from '../../lib/watchlog/search/address.ts';
import type { LogPageState } from './state/log-state.ts';
import { findPlace, viewWords } from './views/view-words.ts';

interface Place {
  icon: IconName;
  /** Whether it has a tab on a narrow page; the other places are behind "More". */
  isTab?: true;
}

/** How the navigation shows the views, besides their names. */
const places: Record<ViewName, Place> = {
  diary: { icon: 'book', isTab: true },
  films: { icon: 'film', isTab: true },
  watchlist: { icon: 'bookmark', isTab: true },
  lists: { icon: 'list', isTab: true },
  reviews: { icon: 'pen' },
  statistics: { icon: 'chart' },
  transfer: { icon: 'transfer' },
  trash: { icon: 'trash' },
};

const formatHref = (view: ViewName): string => `/log.html${formatAddress(createAddress(view))}`;

interface PlaceLinkProps {
  state: LogPageState;
  view: ViewName;
  hasIcon?: boolean;
  hasNumber?: boolean;
  onClick?: () => void;
}

function PlaceLink({ state, view, hasIcon = false, hasNumber = false, onClick }: PlaceLinkProps) {
  const numbers: Partial<Record<ViewName, number | null>> = {
    ...state.counts.value,
    trash: state.trashCount.value,
  };
  const current = state.view.value;
  const number = hasNumber ? (numbers[view] ?? 0) : 0;
  return (
    <a
      href={formatHref(view)}
      aria-current={current === view ? 'page' : findPlace(current) === view ? 'true' : undefined}
      {...(onClick && { onClick })}
    >
      {hasIcon && <Icon name={places[view].icon} />}
      <span>{t(viewWords[view])}</span>
      {number > 0 && <span class="number">{formatNumber(number)}</span>}
    </a>
  );
}

/** The places beside a wide page. */
function Rail({ state }: { state: LogPageState }) {
  return (
    <nav class="nav" aria-label={t('logNavigation')}>
      <p class="brand title">
        <Logo />
        {t('extensionName')}
      </p>
      {viewNames.map((view) => (
        <PlaceLink key={view} {...{ state, view }} hasNumber />
      ))}
      <a class="apart" href="/options.html">
        {t('logOptions')}
      </a>
      <button type="button" class="nav-keys" onClick={() => state.openDialog({ kind: 'keys' })}>
        {t('keysTitle')}
        <kbd aria-hidden="true">{'?'}</kbd>
      </button>
      <CoverTerms />
    </nav>
  );
}

/** The places without a tab of their own. */
function MorePlaces({ state, onClose }: { state: LogPageState; onClose: () => void }) {
  return (
    <Dialog title={t('logMore')} look="sheet" onClose={onClose}>
      <ul class="more-places">
        {viewNames
          .filter((view) => !places[view].isTab)
          .map((view) => (
            <li key={view}>
              <PlaceLink {...{ state, view }} hasIcon hasNumber onClick={onClose} />
            </li>
          ))}
        <li>
          <a href="/options.html">
            <Icon name="settings" />
            <span>{t('logOptions')}</span>
          </a>
        </li>
      </ul>
      <CoverTerms />
    </Dialog>
  );
}

/** The places below a narrow page: four of them, and a button that shows that there are more. */
function Tabs({ state }: { state: LogPageState }) {
  const [isOpen, setIsOpen] = useState(false);
  const isElsewhere = !places[findPlace(state.view.value)].isTab;
  return (
    <nav class="tabs" aria-label={t('logNavigation')}>
      {viewNames
        .filter((view) => places[view].isTab)
        .map((view) => (
          <PlaceLink key={view} {...{ state, view }} hasIcon />
        ))}
      <button
        type="button"
        class={isOpen || isElsewhere ? 'on' : ''}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(true)}
      >
        <Icon name="more" weight={3.4} />
        <span>{t('logMore')}</span>
      </button>
      {isOpen && <MorePlaces state={state} onClose={() => setIsOpen(false)} />}
    </nav>
  );
}

/** The way to every view: a rail, or tabs on a narrow page. */
export function Navigation({ state }: { state: LogPageState }) {
  return useMedia(narrowPage) ? <Tabs state={state} /> : <Rail state={state} />;
}
