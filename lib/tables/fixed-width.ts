/** The lines that are looked at to find columns. */
const maxLines = 200;

/** Where the columns begin in a header whose names have two blanks or more between them; empty if it has one column. */
function findStarts(header: string): number[] {
  const starts = [...header.matchAll(/(?<=^|\s{2})\S/g)].map(({ index }) => index);
  return starts.length > 1 && /\S\s{2,}\S/.test(header) ? starts : [];
}

/**
 * The text with a tab between its columns, where they are only set apart by blanks, each below its name: how databases and old
 * programs print tables. Null for another text.
 */
export function splitFixedWidth(text: string): string | null {
  const lines = text.split('\n');
  const [header = '', ...below] = lines;
  const starts = findStarts(header);
  const filled = below.filter((line) => line.trim() !== '').slice(0, maxLines);
  // Each column has a blank before it in every line.
  const isSet = filled.every((line) => starts.every((at) => at === 0 || (line[at - 1] ?? ' ') === ' '));
  if (starts.length === 0 || filled.length < 2 || /[,;|\t]/.test(header) || !isSet) return null;
  const split = (line: string): string =>
    starts.map((at, index) => line.slice(index === 0 ? 0 : at, starts[index + 1]).trim()).join('\t');
  return lines.map(split).join('\n');
}
