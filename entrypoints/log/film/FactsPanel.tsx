import { useState } from 'preact/hooks';
import { FilmFactsForm } from '../../../components/film/forms/FilmFactsForm.tsx';
import { Dialog } from '../../../components/ui/Dialog.tsx';
import { Icon } from '../../../components/ui/Icon.tsx';
import { SafeLink } from '../../../components/ui/SafeLink.tsx';
import { idPages } from '../../../lib/films/id-pages.ts';
import { isIdKind } from '../../../lib/films/film-ids.ts';
import type { Film } from '../../../lib/films/types.ts';
import { formatPartialDate, formatRegion } from '../../../lib/i18n/dates.ts';
import { t } from '../../../lib/i18n/messages.ts';
import { joinFacts, type FilmPartProps } from './film-part.ts';

/** The pages of the film at other services, by its ids. */
function listLinks(refs: readonly string[]): { name: string; url: string }[] {
  return refs.flatMap((ref) => {
    const colon = ref.indexOf(':');
    const kind = ref.slice(0, colon);
    if (!isIdKind(kind)) return [];
    const url = idPages[kind].findPage(ref.slice(colon + 1));
    return url === null ? [] : [{ name: idPages[kind].name, url }];
  });
}

function FactList({ facts }: { facts: Film }) {
  const release = facts.releases[0];
  const lines: [string, string][] = [
    [
      t('factReleased'),
      release === undefined
        ? ''
        : release.region === null
          ? formatPartialDate(release.date)
          : t('filmRelease', formatPartialDate(release.date), formatRegion(release.region)),
    ],
    [t('factWriters'), facts.writers.slice(0, 4).join(', ')],
    [t('factLanguages'), facts.languages.join(', ')],
    [t('factOtherTitles'), facts.alternativeTitles.slice(0, 3).join(', ')],
  ];
  const shown = lines.filter(([, value]) => value !== '');
  if (shown.length === 0) return null;
  return (
    <dl class="film-fact-list">
      {shown.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Further facts, the way to correct them, and links to the film elsewhere. */
export function FactsPanel({ state, canWrite, listed, rows, known }: FilmPartProps & { known: Film | null }) {
  const [isEditing, setIsEditing] = useState(false);
  const links = listLinks(joinFacts(rows.film, known).refs);
  return (
    <section class="panel" aria-labelledby="film-facts">
      <div class="panel-head">
        <h2 id="film-facts" class="label">
          {t('factsLabel')}
        </h2>
        <button type="button" class="link" disabled={!canWrite} onClick={() => setIsEditing(true)}>
          {t('factsEdit')}
        </button>
      </div>
      <FactList facts={joinFacts(rows.film, known)} />
      {links.length > 0 && (
        <>
          <h3 class="label">{t('factsElsewhere')}</h3>
          <p class="film-links">
            {links.map(({ name, url }) => (
              <SafeLink key={url} url={url}>
                {name}
                <Icon name="out" />
              </SafeLink>
            ))}
          </p>
        </>
      )}
      {isEditing && (
        <Dialog title={t('factsEdit')} onClose={() => setIsEditing(false)}>
          {(close) => (
            <FilmFactsForm
              film={rows.film}
              known={known}
              disabled={!canWrite}
              onSave={(changes) => {
                setIsEditing(false);
                void state.changeFilm(listed.id, changes);
              }}
              onCancel={close}
            />
          )}
        </Dialog>
      )}
    </section>
  );
}
