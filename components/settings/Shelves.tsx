import type { ComponentChildren } from 'preact';
import { formatDate, formatPartialDate } from '../../lib/i18n/dates.ts';
import { t, tCount } from '../../lib/i18n/messages.ts';
import { formatBytes } from '../../lib/i18n/sizes.ts';
import type { ShelfOverview } from '../../lib/messaging/shelf-protocol.ts';
import { Button } from '../ui/Button.tsx';
import { StatusLine, type Status } from '../ui/StatusLine.tsx';
import { useKeptFocus } from '../ui/use-kept-focus.ts';
import { formatHosts } from './source-words.ts';

interface ShelfActions {
  /** Called in the click: the browser is asked for the permission then and there. */
  onAllow: (shelf: ShelfOverview) => void;
  onRefresh: (shelf: ShelfOverview) => void;
  onRemove: (shelf: ShelfOverview) => void;
}

interface ShelvesProps extends ShelfActions {
  /** Null while they are not known. */
  shelves: ShelfOverview[] | null;
  fault: string | null;
  isBusy: boolean;
  /** What came of the last deed, or null. */
  status: Status | null;
  /** The ways to add one. */
  children?: ComponentChildren;
}

const kinds = { package: 'shelfPackage', imported: 'shelfImported', published: 'shelfPublished' } as const;

function formatFacts({ films, bytes, asOf, savedAt }: ShelfOverview): string {
  return [
    tCount('logFilms', films),
    bytes === null ? '' : formatBytes(bytes),
    t('scoreAsOf', formatPartialDate(asOf, 'medium')),
    savedAt === null ? '' : t('shelfSaved', formatDate(savedAt)),
  ]
    .filter((fact) => fact !== '')
    .join(' · ');
}

function ShelfRow({ shelf, isBusy, ...on }: ShelfActions & { shelf: ShelfOverview; isBusy: boolean }) {
  const { id, name, kind, state } = shelf;
  const isStarter = kind === 'package';
  const terms = [shelf.attribution, shelf.licence && t('sourceLicence', shelf.licence)].filter(Boolean);
  return (
    <li class="followed" data-shelf={id}>
      <p>
        <b>{isStarter ? t('shelfStarter') : name}</b> <span class="muted">{t(kinds[kind])}</span>
      </p>
      <p class="muted">{formatFacts(shelf)}</p>
      {isStarter && <p class="muted">{t('optionsShelfWhat')}</p>}
      {shelf.url !== null && <p class="muted break">{shelf.url}</p>}
      {terms.length > 0 && <p class="muted">{terms.join(' ')}</p>}
      {state === 'no-permission' && (
        <p class="state needs">{t('shelfNotAllowed', formatHosts(shelf.origins))}</p>
      )}
      {state === 'damaged' && <p class="state needs">{t('shelfDamaged')}</p>}
      {!isStarter && (
        <p class="row-actions">
          {state === 'no-permission' && <Button onClick={() => on.onAllow(shelf)}>{t('sourceAllow')}</Button>}
          {kind === 'published' && state === 'ready' && (
            <Button name={t('shelfRefreshOf', name)} busy={isBusy} onClick={() => on.onRefresh(shelf)}>
              {t('shelfRefresh')}
            </Button>
          )}
          <Button name={t('removeNamed', name)} busy={isBusy} onClick={() => on.onRemove(shelf)}>
            {t('keyRemove')}
          </Button>
        </p>
      )}
    </li>
  );
}

/** The shelves that films are looked up in, in the order in which they are asked, and the ways to add one. */
export function Shelves({ shelves, fault, isBusy, status, children, ...on }: ShelvesProps) {
  const part = useKeptFocus<HTMLElement>();
  return (
    <section class="card" ref={part} tabIndex={-1} aria-labelledby="shelves">
      <div class="card-head">
        <h2 id="shelves" class="title">
          {t('optionsShelves')}
        </h2>
        <StatusLine status={status} onUndo={() => undefined} />
      </div>
      <p>{t('optionsShelvesWhat')}</p>
      {fault !== null && <p class="failed">{t('optionsUnreadable', fault)}</p>}
      <ul>
        {(shelves ?? []).map((shelf) => (
          <ShelfRow key={shelf.id} shelf={shelf} isBusy={isBusy} {...on} />
        ))}
      </ul>
      {children}
    </section>
  );
}
