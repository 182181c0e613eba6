import Papa from 'papaparse';

/** A file or a stream that is read piece by piece, or a whole text. */
export type CsvInput = string | Papa.LocalFile;

/** Gives each row of a CSV file to `onRow`, the header first; empty rows are skipped. Rejects when the file cannot be read, or with what `onRow` throws. */
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
      // A row may be damaged without harm to the others: what Papa makes of it is read, its list of complaints is not.
      complete: () => (fault === null ? resolve() : reject(asError(fault))),
      error: (error: unknown) => reject(asError(error)),
    });
  });
}

function asError(value: unknown): Error {
  return value instanceof Error ? value : new Error(String(value));
}
