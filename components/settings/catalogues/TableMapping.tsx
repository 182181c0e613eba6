import { formatNumber, t } from '../../../lib/i18n/messages.ts';
import { Button } from '../../ui/Button.tsx';

/** A field that a column can be mapped to. */
export interface FieldChoice {
  value: string;
  label: string;
  /** Whether the user chooses the scale of this field. */
  hasScale: boolean;
}

/** What the user enters about a table before it is imported. */
export interface TableDraft {
  name: string;
  /** `YYYY-MM-DD` */
  asOf: string;
  licence: string;
  /** By column: the field, or empty if the column is skipped, and the top of its scale. */
  columns: { field: string; best: number }[];
}

interface TableMappingProps {
  fileName: string;
  header: string[];
  /** The first rows, as text. */
  rows: string[][];
  choices: FieldChoice[];
  draft: TableDraft;
  onChange: (draft: TableDraft) => void;
  onStart: () => void;
  onCancel: () => void;
}

type ColumnProps = Pick<TableMappingProps, 'choices' | 'draft' | 'onChange'> & { name: string; at: number };

function ColumnHead({ name, at, choices, draft, onChange }: ColumnProps) {
  const column = draft.columns[at] ?? { field: '', best: 100 };
  const change = (changes: Partial<typeof column>): void => {
    const columns = draft.columns.map((other, place) => (place === at ? { ...other, ...changes } : other));
    onChange({ ...draft, columns });
  };
  const hasScale = choices.find(({ value }) => value === column.field)?.hasScale === true;
  return (
    <th scope="col">
      <span>{name}</span>
      <select
        class="input"
        aria-label={t('mapColumn', name)}
        value={column.field}
        onChange={({ currentTarget }) => change({ field: currentTarget.value })}
      >
        <option value="">{t('mapNothing')}</option>
        {choices.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      {hasScale && (
        <select
          class="input"
          aria-label={t('mapScale', name)}
          value={String(column.best)}
          onChange={({ currentTarget }) => change({ best: Number(currentTarget.value) })}
        >
          {[4, 5, 6, 10, 20, 100].map((best) => (
            <option key={best} value={String(best)}>
              {t('mapOutOf', formatNumber(best))}
            </option>
          ))}
        </select>
      )}
    </th>
  );
}

function Facts({ draft, onChange }: Pick<TableMappingProps, 'draft' | 'onChange'>) {
  return (
    <div class="catalogue-facts">
      <label class="field">
        {t('mapName')}
        <input
          class="input"
          type="text"
          required
          maxLength={80}
          value={draft.name}
          onInput={({ currentTarget }) => onChange({ ...draft, name: currentTarget.value })}
        />
      </label>
      <label class="field">
        {t('mapAsOf')}
        <input
          class="input"
          type="date"
          required
          value={draft.asOf}
          onInput={({ currentTarget }) => onChange({ ...draft, asOf: currentTarget.value })}
        />
      </label>
      <label class="field">
        {t('mapLicence')}
        <input
          class="input"
          type="text"
          maxLength={120}
          value={draft.licence}
          onInput={({ currentTarget }) => onChange({ ...draft, licence: currentTarget.value })}
        />
      </label>
    </div>
  );
}

/** The form that maps the columns of a table to fields, above its first rows. Nothing is imported before it is sent. */
export function TableMapping({ fileName, header, rows, choices, draft, ...on }: TableMappingProps) {
  const hasTitle = draft.columns.some(({ field }) => field === 'title');
  return (
    <form
      class="import"
      onSubmit={(event) => {
        event.preventDefault();
        if (hasTitle) on.onStart();
      }}
    >
      <h3 class="label">{t('mapHeading', fileName)}</h3>
      <Facts draft={draft} onChange={on.onChange} />
      <div class="table-scroll" tabIndex={0} role="region" aria-label={t('mapPreview')}>
        <table class="preview">
          <caption class="hidden-text">{t('mapPreview')}</caption>
          <thead>
            <tr>
              {header.map((name, at) => (
                <ColumnHead
                  key={`${at} ${name}`}
                  name={name}
                  at={at}
                  choices={choices}
                  draft={draft}
                  onChange={on.onChange}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, 5).map((row, index) => (
              <tr key={index}>
                {header.map((_name, at) => (
                  <td key={at}>{(row[at] ?? '').slice(0, 60)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {!hasTitle && <p class="state needs">{t('mapNeedsTitle')}</p>}
      <p class="row-actions">
        <Button type="submit" look="primary" disabled={!hasTitle || draft.name.trim() === ''}>
          {t('mapStart')}
        </Button>
        <Button onClick={on.onCancel}>{t('formCancel')}</Button>
      </p>
    </form>
  );
}
