import { isDateText } from '../../tables/columns/cell-kinds.ts';
import { listMonths } from '../../tables/month-names.ts';
import type { Table, TableRow } from '../../tables/table.ts';
import { foldLetters } from '../../text/text.ts';
import type { ColumnMapping } from '../types.ts';

/** What people write in front of the sums below a table. */
const sumWords = new Set(
  `total totals subtotal sum average avg mean median count number of films gesamt insgesamt summe durchschnitt schnitt mittelwert
  anzahl totaal gemiddelde aantal totalt snitt genomsnitt summa gennemsnit gjennomsnitt yhteensä keskiarvo somme moyenne nombre suma
  promedio media totale somma soma média razem łącznie średnia celkem součet průměr spolu priemer összesen átlag ukupno prosjek
  итого всего сумма среднее итог усього разом середнє σύνολο μέσος toplam ortalama סהכ ממוצע المجموع متوسط 合計 平均 合计 总计 合계 평균
  jumlah tổng रकम कुल รวม`
    .split(/\s+/)
    .map(foldLetters),
);

/** Sums are among so many last rows. */
const maxSums = 5;

const isSumTitle = (title: string): boolean => {
  const words = foldLetters(title)
    .split(/[^\p{L}\p{M}]+/u)
    .filter((word) => word !== '');
  return words.length > 0 && words.length <= 3 && words.every((word) => sumWords.has(word));
};

/** Whether a title is the name of a month, with or without a year, as above the films of that month. */
function isMonth(title: string): boolean {
  const [word, ...rest] = title.split(/[\s,]+/);
  return (
    word !== undefined &&
    rest.every((part) => /^(?:19|20)\d\d$/.test(part)) &&
    title.length < 30 &&
    listMonths(word).size > 0
  );
}

/**
 * The numbers of the rows that have no film: sums below the table, and the names of months above the films of each. A film
 * with such a title has more than that in its row.
 */
export function findRowsWithoutFilm({ rows }: Table, { title, year, imdb }: ColumnMapping): Set<number> {
  if (title === undefined) return new Set();
  const filled = (row: TableRow): string[] => row.cells.filter((cell) => cell.trim() !== '');
  const tellsFilm = (row: TableRow): boolean =>
    (year !== undefined && row.text(year) !== '') ||
    (imdb !== undefined && row.text(imdb) !== '') ||
    row.cells.some((cell) => isDateText(cell.trim()));
  const sums = rows.slice(-maxSums).filter((row) => isSumTitle(row.text(title)) && !tellsFilm(row));
  const months = rows.filter((row) => filled(row).length === 1 && isMonth(row.text(title)));
  // "May" and "August" are films, too.
  return new Set([...sums, ...(months.length > 1 ? months : [])].map(({ from }) => from.row));
}
