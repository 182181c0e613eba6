import { useState } from 'preact/hooks';
import { Choice } from '../../../components/stats/Choice.tsx';
import { RankTable, type Ranked } from '../../../components/stats/RankTable.tsx';
import { findLanguage, formatNumber, t } from '../../../lib/i18n/messages.ts';
import { formatRegion } from '../../../lib/i18n/dates.ts';
import type { GroupCount, GroupKind } from '../../../lib/stats/groups.ts';
import { createAddress, noFilters } from '../../../lib/watchlog/search/address.ts';
import type { LogPageState } from '../state/log-state.ts';

const kinds = [
  { name: 'directors', words: 'statsDirectors' },
  { name: 'actors', words: 'statsActors' },
  { name: 'genres', words: 'statsGenres' },
  { name: 'countries', words: 'statsCountries' },
  { name: 'decades', words: 'statsDecades' },
  { name: 'languages', words: 'statsLanguages' },
] as const;

function formatLanguageName(code: string): string {
  if (!/^[a-z]{2,3}$/i.test(code)) return code;
  return new Intl.DisplayNames(findLanguage(), { type: 'language', fallback: 'code' }).of(code) ?? code;
}

function formatName(kind: GroupKind, name: string): string {
  if (kind === 'countries') return formatRegion(name);
  if (kind === 'languages') return formatLanguageName(name);
  return kind === 'decades' ? t('decadeName', name) : name;
}

/** Returns the address of a name's films; null if films cannot be filtered by this kind. */
function findFilter(kind: GroupKind, name: string) {
  const films = createAddress('films');
  switch (kind) {
    case 'directors':
      return { ...films, filters: { ...noFilters, director: name } };
    case 'genres':
      return { ...films, filters: { ...noFilters, genre: name } };
    case 'decades':
      return { ...films, filters: { ...noFilters, decade: Number(name) } };
    case 'actors':
      return { ...films, query: name };
    case 'countries':
    case 'languages':
      return null;
  }
}

interface GroupSectionProps {
  state: LogPageState;
  groups: Record<GroupKind, GroupCount[]>;
}

/** People, genres, countries, decades and languages, ranked by the number of films seen. */
export function GroupSection({ state, groups }: GroupSectionProps) {
  const [kind, setKind] = useState<GroupKind>('directors');
  const rows: Ranked[] = groups[kind].map(({ name, ...count }) => ({
    key: name,
    name: formatName(kind, name),
    ...count,
  }));
  const title = t(kinds.find(({ name }) => name === kind)?.words ?? 'statsDirectors');
  const [first] = [...rows].sort((a, b) => b.films - a.films);
  const isLinked = findFilter(kind, '') !== null;
  return (
    <section class="panel chart wide" aria-labelledby="groups">
      <div class="chart-head">
        <h2 id="groups" class="label">
          {t('statsGroups')}
        </h2>
        <Choice label={t('statsGroups')} value={kind} names={kinds} onChange={setKind} />
      </div>
      <p class="chart-summary">
        {first
          ? t('statsGroupSummary', formatNumber(rows.length), first.name, formatNumber(first.films))
          : t('statsUnknownFacts')}
      </p>
      {rows.length > 0 && (
        <RankTable
          key={kind}
          name={title}
          rows={rows}
          {...(isLinked && {
            onChoose: (name: string) => {
              const address = findFilter(kind, name);
              if (address) state.go(address, true);
            },
          })}
        />
      )}
    </section>
  );
}
