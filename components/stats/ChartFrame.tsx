import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { t } from '../../lib/i18n/messages.ts';

/** The data of a chart: the first column names the row. */
interface FigureTable {
  columns: string[];
  rows: (string | number)[][];
}

interface ChartFrameProps {
  title: string;
  /** The chart described in a sentence. */
  summary: string;
  table: FigureTable;
  /** A control next to the heading that chooses what the chart shows. */
  choice?: ComponentChildren;
  isWide?: boolean;
  children: ComponentChildren;
}

/** A chart with its heading, a sentence that describes it, and a table of its data. */
export function ChartFrame({ title, summary, table, choice, isWide, children }: ChartFrameProps) {
  const id = useId();
  return (
    <section class={`panel chart ${isWide ? 'wide' : ''}`} aria-labelledby={id}>
      <div class="chart-head">
        <h2 id={id} class="label">
          {title}
        </h2>
        {choice}
      </div>
      <p class="chart-summary">{summary}</p>
      {table.rows.length > 0 && (
        <>
          {children}
          <details class="fold">
            <summary class="muted">{t('chartTable')}</summary>
            <DataTable {...table} name={t('chartTableOf', title)} />
          </details>
        </>
      )}
    </section>
  );
}

function DataTable({ columns, rows, name }: FigureTable & { name: string }) {
  return (
    // A scrolling region must be reachable by keyboard.
    <div class="data-table" tabIndex={0} role="region" aria-label={name}>
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([head, ...cells], index) => (
            <tr key={index}>
              <th scope="row">{head}</th>
              {cells.map((cell, at) => (
                <td key={at} class="number">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
