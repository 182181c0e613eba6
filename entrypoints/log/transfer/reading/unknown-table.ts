import { decodeText } from '../../../../lib/tables/decode-text.ts';
import { FileFault } from '../../../../lib/tables/faults.ts';
import { sniffTable } from '../../../../lib/tables/table.ts';
import { isJsonText } from '../../../../lib/transfer/json.ts';
import type { ReadTable } from '../../../../lib/transfer/types.ts';

const longestHeader = 65_536;

/** Returns the text of a file; null for files that are none, such as workbooks. */
function tryToDecode(bytes: Uint8Array): string | null {
  try {
    return bytes[0] === 0x50 ? null : decodeText(bytes);
  } catch (error) {
    if (error instanceof FileFault) return null;
    throw error;
  }
}

/** Returns the first rows of a table that no format knows, for the user to say what they are; null if it is no table. */
export async function readUnknownTable(file: File): Promise<ReadTable | null> {
  const bytes = new Uint8Array(await file.slice(0, longestHeader).arrayBuffer());
  const text = tryToDecode(bytes);
  if (text === null || isJsonText(text)) return null;
  const { header, rows } = sniffTable(text);
  const sample = rows.slice(0, 3);
  return header.length < 2
    ? null
    : { file: file.name, header, sample, read: [], unread: header, doubts: [], fields: null };
}
