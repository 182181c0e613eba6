import type { ComponentChildren } from 'preact';
import { formatDate, formatPartialDate } from '../../../lib/i18n/dates.ts';
import { t, tCount } from '../../../lib/i18n/messages.ts';
import { formatBytes } from '../../../lib/i18n/sizes.ts';
import type { CatalogueOverview } from '../../../lib/messaging/catalogue-protocol.ts';
import { hasTerms, SourceTerms } from '../../film/SourceTerms.tsx';
import { Button } from '../../ui/Button.tsx';
import { StatusLine, type Status } from '../../ui/StatusLine.tsx';
import { useKeptFocus } from '../../ui/use-kept-focus.ts';
import { formatHosts } from '../source-words.ts';

interface CatalogueActions {
  /** Called inside the click handler, as a permission request requires. */
  onAllow: (catalogue: CatalogueOverview) => void;
  onRefresh: (catalogue: CatalogueOverview) => void;
  onRemove: (catalogue: CatalogueOverview) => void;
}

interface CataloguesProps extends CatalogueActions {
  /** Null while they are loading. */
  catalogues: CatalogueOverview[] | null;
  fault: string | null;
  isBusy: boolean;
  /** The result of the last action, or null. */
  status: Status | null;
  /** The forms that add a catalogue. */
  children?: ComponentChildren;
}

const kinds = {
  package: 'cataloguePackage',
  imported: 'catalogueImported',
  published: 'cataloguePublished',
} as const;

function formatFacts({ films, bytes, asOf, savedAt }: CatalogueOverview): string {
  return [
    tCount('logFilms', films),
    bytes === null ? '' : formatBytes(bytes),
    t('scoreAsOf', formatPartialDate(asOf, 'medium')),
    savedAt === null ? '' : t('catalogueSaved', formatDate(savedAt)),
  ]
    .filter((fact) => fact !== '')
    .join(' · ');
}

/**
 * Whose data a catalogue has: the sentence of a service that Marquee knows, otherwise that of the catalogue's maker, or
 * what the user wrote about their own table. The licence of a published catalogue is a code, which says nothing to people.
 */
function CatalogueTerms({ catalogue }: { catalogue: CatalogueOverview }) {
  const { id, kind, attribution, licence } = catalogue;
  if (hasTerms(id)) {
    return (
      <p class="muted">
        <SourceTerms source={id} />
      </p>
    );
  }
  const words = attribution ?? (kind === 'imported' ? licence : null);
  return words === null ? null : <p class="muted">{words}</p>;
}

function CatalogueRow({
  catalogue,
  isBusy,
  ...on
}: CatalogueActions & { catalogue: CatalogueOverview; isBusy: boolean }) {
  const { id, name, kind, state } = catalogue;
  const isBuiltIn = kind === 'package';
  return (
    <li class="followed" data-catalogue={id}>
      <p>
        <b>{isBuiltIn ? t('catalogueBuiltIn') : name}</b> <span class="muted">{t(kinds[kind])}</span>
      </p>
      <p class="muted">{formatFacts(catalogue)}</p>
      {isBuiltIn && <p class="muted">{t('optionsCatalogueWhat')}</p>}
      {catalogue.url !== null && <p class="muted break">{catalogue.url}</p>}
      {!isBuiltIn && <CatalogueTerms catalogue={catalogue} />}
      {state === 'no-permission' && (
        <p class="state needs">{t('catalogueNotAllowed', formatHosts(catalogue.origins))}</p>
      )}
      {state === 'too-revealing' && <p class="state needs">{t('catalogueFaultRevealing')}</p>}
      {state === 'damaged' && <p class="state needs">{t('catalogueDamaged')}</p>}
      {!isBuiltIn && (
        <p class="row-actions">
          {state === 'no-permission' && (
            <Button onClick={() => on.onAllow(catalogue)}>{t('sourceAllow')}</Button>
          )}
          {kind === 'published' && state === 'ready' && (
            <Button
              name={t('catalogueRefreshOf', name)}
              busy={isBusy}
              onClick={() => on.onRefresh(catalogue)}
            >
              {t('catalogueRefresh')}
            </Button>
          )}
          <Button name={t('removeNamed', name)} busy={isBusy} onClick={() => on.onRemove(catalogue)}>
            {t('keyRemove')}
          </Button>
        </p>
      )}
    </li>
  );
}

/** The catalogues in the order in which films are looked up, and the forms that add one. */
export function Catalogues({ catalogues, fault, isBusy, status, children, ...on }: CataloguesProps) {
  const part = useKeptFocus<HTMLElement>();
  return (
    <section class="card" ref={part} tabIndex={-1} aria-labelledby="catalogues">
      <div class="card-head">
        <h2 id="catalogues" class="title">
          {t('optionsCatalogues')}
        </h2>
        <StatusLine status={status} onUndo={() => undefined} />
      </div>
      <p>{t('optionsCataloguesWhat')}</p>
      {fault !== null && <p class="failed">{t('optionsUnreadable', fault)}</p>}
      <ul>
        {(catalogues ?? []).map((catalogue) => (
          <CatalogueRow key={catalogue.id} catalogue={catalogue} isBusy={isBusy} {...on} />
        ))}
      </ul>
      {children}
    </section>
  );
}
