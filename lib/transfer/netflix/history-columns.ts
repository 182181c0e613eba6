import { foldColumn, hasColumns, sniffTable } from '../../tables/table.ts';
import type { SourceFile } from '../../tables/types.ts';
import { isWatchlistName } from '../watchlist-name.ts';
import { createTitleFinder } from './series-titles.ts';

/** The two columns of a viewing history in the languages that Netflix writes them in; most profiles have them in English. */
const titleNames = [
  'title|titel|titre|título|titulo|titolo|tytuł|tittel|název|názov|cím|titlu|titlul|başlık|τίτλος|название|назва|naslov|nimi|otsikko',
  '제목|タイトル|標題|标题|片名|العنوان|כותרת|שם|ชื่อเรื่อง|ชื่อ|judul|tajuk|tiêu đề|शीर्षक',
]
  .join('|')
  .split('|');
const dateNames = [
  'date|datum|fecha|data|dato|dátum|dată|tarih|ημερομηνία|дата|päivämäärä|päiväys|päivä',
  '날짜|日付|日期|التاريخ|תאריך|วันที่|tanggal|tarikh|ngày|दिनांक|तारीख',
]
  .join('|')
  .split('|');

/**
 * The names of the two columns of a viewing history as anybody can download it; null for another table. If its words are
 * not known, the name of the file tells.
 */
export function findShortHistory(header: string[], file: string): { title: string; date: string } | null {
  const named = header.filter((name) => name !== '');
  const find = (names: string[]): string | undefined =>
    named.find((name) => names.includes(foldColumn(name.normalize('NFC'))));
  const [title, date] = [find(titleNames), find(dateNames)];
  if (named.length !== 2) return null;
  if (title !== undefined && date !== undefined) return { title, date };
  const [first = '', second = ''] = named;
  return /netflix\w*history/i.test(file) ? { title: first, date: second } : null;
}

/** The part of a file that is looked at to tell whose history it is. */
const sniffedLength = 65_536;

/**
 * Whether a table is a viewing history of Netflix. Its two columns are called as in many tables, so the name of the file must
 * say so, or cells in quotes below names without them, or titles of series as only Netflix writes them.
 */
export function isShortHistory({ header, name, text }: SourceFile): boolean {
  const columns = findShortHistory(header, name);
  if (columns === null) return false;
  if (/netflix|viewing[\s_-]?(?:history|activity)/i.test(name)) return true;
  // A history has no films that are still to be seen.
  if (isWatchlistName(name)) return false;
  const start = text.slice(0, sniffedLength);
  if (/^[^"\n]+\r?\n"[^"]/.test(start)) return true;
  const at = header.indexOf(columns.title);
  const titles = sniffTable(start, sniffedLength).rows.map((cells) => cells[at] ?? '');
  const finder = createTitleFinder(titles);
  return titles.some((title) => finder.findKind(title) !== null);
}

/** The tables of a reply to a request for one's data; null for another table. Its columns are in English. */
export function findRequestedTable(header: string[]): 'activity' | 'ratings' | 'list' | null {
  if (hasColumns(header, 'Title', 'Start Time', 'Duration')) return 'activity';
  if (hasColumns(header, 'Title Name', 'Star Value', 'Thumbs Value')) return 'ratings';
  return hasColumns(header, 'Title Name', 'Utc Title Add Date') ? 'list' : null;
}
