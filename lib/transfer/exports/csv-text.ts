/** A cell as RFC 4180 has it: in quotes where a delimiter, a quote, a new line or an outer space stands in it. */
function formatCell(cell: string): string {
  return /[",\n\r]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/**
 * The cell with a space in front where a spreadsheet would run it as a formula. What a service takes in has to stay what
 * it is: services cut outer spaces off, where an apostrophe would become part of a title or a review.
 */
export function shield(cell: string): string {
  return /^(?:\s*[=+\-@]|[\t\r])/.test(cell) ? ` ${cell.trimStart()}` : cell;
}

/** Rows as a CSV text, with CRLF behind each. */
export function formatRows(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(formatCell).join(',')}\r\n`).join('');
}

/** A CSV text in pieces of fewer bytes than `maxBytes` (UTF-8), the header in each. */
export function splitRows(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  maxBytes: number,
): string[] {
  const head = formatRows([header]);
  const encoder = new TextEncoder();
  const headBytes = encoder.encode(head).length;
  const pieces: string[] = [];
  let lines: string[] = [];
  let bytes = headBytes;
  for (const row of rows) {
    const line = formatRows([row]);
    const length = encoder.encode(line).length;
    if (bytes + length >= maxBytes && lines.length > 0) {
      pieces.push(head + lines.join(''));
      lines = [];
      bytes = headBytes;
    }
    lines.push(line);
    bytes += length;
  }
  return lines.length === 0 ? pieces : [...pieces, head + lines.join('')];
}
