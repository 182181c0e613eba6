/** A cell as in RFC 4180: quoted if it has a delimiter, a quote, a new line, or a space at either end. */
function formatCell(cell: string): string {
  return /[",\n\r]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/**
 * The cell, with a space in front if a spreadsheet would run it as a formula. Services trim spaces when they import a
 * file; an apostrophe would become part of the title or review.
 */
export function shield(cell: string): string {
  return /^(?:\s*[=+\-@]|[\t\r])/.test(cell) ? ` ${cell.trimStart()}` : cell;
}

/** Rows as CSV text, each ended by CRLF. */
export function formatRows(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(formatCell).join(',')}\r\n`).join('');
}

/** CSV text in pieces of fewer than `maxBytes` bytes (UTF-8), each with the header. */
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
