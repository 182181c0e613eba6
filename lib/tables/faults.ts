import type { ErrorClass, LeftOutRow, Place, ReasonKind } from './types.ts';

/** A row that cannot be brought over. The words say what is wrong, without the row's number. */
export class RowFault extends Error {
  override readonly name = 'RowFault';
  readonly kind: ReasonKind;
  readonly column: string | null;

  constructor(kind: ReasonKind, column: string | null, message: string) {
    super(message);
    this.kind = kind;
    this.column = column;
  }
}

/** A file that cannot be read at all. */
export class FileFault extends Error {
  override readonly name = 'FileFault';
  readonly errorClass: ErrorClass;

  constructor(errorClass: ErrorClass, message: string) {
    super(message);
    this.errorClass = errorClass;
  }
}

/** The fault as `Reading.error` has it: its class, a colon, and a sentence. */
export function formatFileFault({ errorClass, message }: FileFault): string {
  return `${errorClass}: ${message}`;
}

/** The row that a fault leaves out, with a sentence that names row and column. */
export function formatLeftOut(place: Place, { kind, column, message }: RowFault): LeftOutRow {
  const where = column === null ? `Row ${place.row}` : `Row ${place.row}, column ${column}`;
  return { ...place, column, reasonKind: kind, reason: `${where}: ${message}` };
}

/** A text of a file as a sentence can quote it: at most 60 characters. */
export function quote(text: string): string {
  return `“${text.length > 60 ? `${text.slice(0, 60).toWellFormed()}…` : text}”`;
}
