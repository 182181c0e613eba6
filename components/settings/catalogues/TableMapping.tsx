import { formatNumber, t } from '../../../lib/i18n/messages.ts';
import { ColumnTable, type FieldChoice } from '../../tables/ColumnTable.tsx';
import { Button } from '../../ui/Button.tsx';

/** A field that a column can be mapped to. */
export interface ScaledChoice extends FieldChoice {
  /** Whether the user chooses the scale of this field. */
  hasScale: boolean;
}

/** The field of a column, or empty if the column is skipped, and the top of its scale. */
interface Column {
  field: string;
  best: number;
}

/** What the user enters about a table before it is imported. */
export interface TableDraft {
  name: string;
  /** `YYYY-MM-DD` */
  asOf: string;
  licence: string;
  columns: Column[];
}

interface TableMappingProps {
  fileName: string;
  header: string[];
  /** The first rows, as text. */
  rows: string[][];
  choices: ScaledChoice[];
  draft: TableDraft;
  onChange: (draft: TableDraft) => void;
  onStart: () => void;
  onCancel: () => void;
}

function ScaleChoice({ name, best, onBest }: { name: string; best: number; onBest: (best: number) => void }) {
  return (
    <select
      class="input"
      aria-label={t('mapScale', name)}
      value={String(best)}
      onChange={({ currentTarget }) => onBest(Number(currentTarget.value))}
    >
      {[4, 5, 6, 10, 20, 100].map((end) => (
        <option key={end} value={String(end)}>
          {t('mapOutOf', formatNumber(end))}
        </option>
      ))}
    </select>
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
  const columnAt = (at: number): Column => draft.columns[at] ?? { field: '', best: 100 };
  const change = (at: number, changes: Partial<Column>): void => {
    const columns = draft.columns.map((other, place) => (place === at ? { ...other, ...changes } : other));
    on.onChange({ ...draft, columns });
  };
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
      <ColumnTable
        label={t('mapPreview')}
        {...{ header, rows, choices }}
        fieldOf={(at) => columnAt(at).field}
        onField={(at, field) => change(at, { field })}
        below={(at) =>
          choices.some(({ value, hasScale }) => value === columnAt(at).field && hasScale) && (
            <ScaleChoice
              name={header[at] ?? ''}
              best={columnAt(at).best}
              onBest={(best) => change(at, { best })}
            />
          )
        }
      />
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
