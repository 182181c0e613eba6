import type { ScaledChoice, TableDraft } from '../../components/settings/catalogues/TableMapping.tsx';
import { idPages } from '../../lib/films/id-pages.ts';
import type { IdKind } from '../../lib/films/id-systems.ts';
import { t, type MessageKey } from '../../lib/i18n/messages.ts';
import type { CatalogueInfo } from '../../lib/catalogue/builder/build-catalogue.ts';
import {
  allFields,
  countFields,
  isIdField,
  isScoreField,
  scoreColumns,
  type ColumnField,
  type CountField,
  type ScoreField,
} from '../../lib/catalogue/builder/columns.ts';
import { dayOf, type InputFile } from '../../lib/catalogue/builder/input-file.ts';
import type { TablePreview } from '../../lib/catalogue/builder/table-file.ts';
import { foldLetters } from '../../lib/text/text.ts';

type PlainField = Exclude<ColumnField, ScoreField | CountField | IdKind>;

const plainNames: Record<PlainField, MessageKey> = {
  title: 'fieldTitle',
  originalTitle: 'fieldOriginalTitle',
  alternativeTitles: 'fieldAlternativeTitles',
  year: 'fieldYear',
  runtimeMinutes: 'fieldRuntime',
  workKind: 'fieldKind',
  directors: 'fieldDirectors',
  writers: 'fieldWriters',
  cast: 'fieldCast',
  genres: 'fieldGenres',
  countries: 'fieldCountries',
  languages: 'fieldLanguages',
};

const kindNames = { critics: 'scoreCritics', audience: 'scoreAudience' } as const;

function formatScoreField(field: ScoreField): string {
  const { source, sourceName, kind } = scoreColumns[field];
  const who = t(kindNames[kind]);
  return source === 'own' ? t('fieldOwnScore', who) : t('fieldScore', sourceName, who);
}

function formatCountField(field: CountField): string {
  const scored = Object.keys(scoreColumns)
    .filter((name): name is ScoreField => name in scoreColumns)
    .find((name) => scoreColumns[name].countField === field);
  if (scored === undefined) return field;
  const { source, sourceName, kind } = scoreColumns[scored];
  const who = t(kindNames[kind]);
  return t('fieldCount', source === 'own' ? who : `${sourceName}, ${who}`);
}

const isCountField = (field: ColumnField): field is CountField => countFields.some((name) => name === field);

function formatField(field: ColumnField): string {
  if (isScoreField(field)) return formatScoreField(field);
  if (isCountField(field)) return formatCountField(field);
  return isIdField(field) ? t('fieldId', idPages[field].name) : t(plainNames[field]);
}

/** Returns the fields that a column can be mapped to, with their labels. */
export function listFieldChoices(): ScaledChoice[] {
  return allFields.map((value) => ({
    value,
    label: formatField(value),
    hasScale: isScoreField(value) && scoreColumns[value].source === 'own',
  }));
}

/** Guesses the top of the scale of some figures: 5, 10 or 100. */
export function guessBest(cells: string[]): number {
  const most = Math.max(
    0,
    ...cells.map((cell) => parseFloat(cell.replace(',', '.'))).filter(Number.isFinite),
  );
  return most > 10 ? 100 : most > 5 ? 10 : 5;
}

/** Returns a first draft for a table, which the user can correct. */
export function makeDraft(file: Pick<InputFile, 'name' | 'lastModified'>, preview: TablePreview): TableDraft {
  return {
    name: file.name.replace(/\.[a-z]{1,4}$/i, '').slice(0, 80),
    asOf: dayOf(file),
    licence: '',
    columns: preview.header.map((_name, at) => ({
      field: preview.fields[at] ?? '',
      best: guessBest(preview.rows.map((row) => row[at] ?? '')),
    })),
  };
}

/** Returns the id for a catalogue name. A later table of the same name replaces the earlier one. */
export function formatCatalogueId(name: string): string {
  const slug = foldLetters(name)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
  return `table-${slug.replace(/^-+|-+$/g, '').slice(0, 50) || 'own'}`;
}

/** Returns the description of the catalogue that a table becomes. */
export function describeTable({ name, asOf, licence }: TableDraft): CatalogueInfo {
  const terms = licence.trim() === '' ? null : licence.trim();
  return {
    id: formatCatalogueId(name),
    name: name.trim(),
    asOf,
    licence: terms,
    attribution: null,
    note: null,
  };
}

/** Returns the field of each column in the form that the table reader takes; `-` for a skipped column. */
export function listMapping(header: string[], { columns }: TableDraft): Record<string, string> {
  const targets = header.map((name, at): [string, string] => {
    const { field, best } = columns[at] ?? { field: '', best: 100 };
    const choice = allFields.find((known) => known === field);
    if (choice === undefined) return [name, '-'];
    const isOwn = isScoreField(choice) && scoreColumns[choice].source === 'own';
    return [name, isOwn ? `${field}/${best}` : field];
  });
  return Object.fromEntries(targets);
}
