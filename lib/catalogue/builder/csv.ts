import Papa from 'papaparse';

/** A file or stream that is read in chunks, or a whole text. */
export type CsvInput = string | Papa.LocalFile;

/**
 * Passes each row of a CSV file to `onRow`, the header first; empty rows are skipped. Rejects if the file cannot be
 * read, or with the error that `onRow` throws.
 */
export function readCsv(input: CsvInput, onRow: (cells: string[]) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    let fault: unknown = null;
    Papa.parse<string[]>(input, {
      skipEmptyLines: 'greedy',
      step({ data }, parser) {
        try {
          onRow(data);
        } catch (error) {
          fault = error;
          parser.abort();
        }
      },
      // A damaged row does not affect the others: Papa's reading of it is used, and its list of errors is ignored.
      complete: () => (fault === null ? resolve() : reject(asError(fault))),
      error: (error: unknown) => reject(asError(error)),
    });
  });
}

function asError(value: unknown): Error {
  return value instanceof Error ? value : new Error(String(value));
}
