import type { ComponentChildren } from 'preact';
import { t } from '../../lib/i18n/messages.ts';
import './column-table.css';

/** A field that a column can be taken for. */
export interface FieldChoice {
  value: string;
  label: string;
}

interface ColumnTableProps {
  /** What the table is, for screen readers. */
  label: string;
  header: string[];
  /** The first rows, as text. */
  rows: string[][];
  choices: FieldChoice[];
  /** The value of the field that a column was taken for; empty if it is skipped. */
  fieldOf: (at: number) => string;
  onField: (at: number, field: string) => void;
  /** What stands below the choice of a column. */
  below?: (at: number) => ComponentChildren;
}

const maxRows = 5;
const longestCell = 60;

/** The first rows of a table, with a choice over each column of what it is. */
export function ColumnTable({ label, header, rows, choices, fieldOf, onField, below }: ColumnTableProps) {
  return (
    <div class="table-scroll" tabIndex={0} role="region" aria-label={label}>
      <table class="column-table">
        <caption class="hidden-text">{label}</caption>
        <thead>
          <tr>
            {header.map((name, at) => (
              <th key={`${at} ${name}`} scope="col">
                <span>{name}</span>
                <select
                  class="input"
                  aria-label={t('mapColumn', name)}
                  value={fieldOf(at)}
                  onChange={({ currentTarget }) => onField(at, currentTarget.value)}
                >
                  <option value="">{t('mapNothing')}</option>
                  {choices.map(({ value, label: words }) => (
                    <option key={value} value={value}>
                      {words}
                    </option>
                  ))}
                </select>
                {below?.(at)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, maxRows).map((row, index) => (
            <tr key={index}>
              {header.map((_name, at) => (
                <td key={at}>{(row[at] ?? '').slice(0, longestCell)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
