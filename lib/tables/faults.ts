import type {
  ErrorClass,
  FileFaultDetail,
  FileProblem,
  SkippedRow,
  RowLocation,
  ReasonKind,
  RowFaultDetail,
} from './types.ts';

/** A row that cannot be imported. */
export class RowFault extends Error {
  override readonly name = 'RowFault';
  readonly kind: ReasonKind;
  readonly column: string | null;
  readonly detail: RowFaultDetail;

  constructor(kind: ReasonKind, column: string | null, ...detail: RowFaultDetail) {
    // A file can have a hundred thousand of them, and where one was thrown is never asked. Only Chromium has the limit.
    const limit = Error.stackTraceLimit;
    Error.stackTraceLimit = 0;
    super(detail.join(' '));
    Error.stackTraceLimit = limit;
    this.kind = kind;
    this.column = column;
    this.detail = detail;
  }
}

/** A file that cannot be read at all. */
export class FileFault extends Error implements FileProblem {
  override readonly name = 'FileFault';
  readonly errorClass: ErrorClass;
  readonly file: string | null;
  readonly detail: FileFaultDetail;

  constructor(errorClass: ErrorClass, file: string | null, ...detail: FileFaultDetail) {
    super([file, ...detail].join(' '));
    this.errorClass = errorClass;
    this.file = file;
    this.detail = detail;
  }
}

/** The fault as plain data for `Reading.error`. */
export function toProblem({ errorClass, file, detail }: FileFault): FileProblem {
  return { errorClass, file, detail };
}

/** The record of a row that is skipped because of a fault. */
export function toSkippedRow(from: RowLocation, { kind, column, detail }: RowFault): SkippedRow {
  return { ...from, column, reasonKind: kind, detail };
}

/** A text from a file, shortened for a sentence: at most 60 characters and an ellipsis. */
export function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60).toWellFormed()}…` : text;
}
