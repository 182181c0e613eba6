import type { IdentityRow, MeasuredIdentity } from '../catalogue/measure.ts';

const head = [
  'a page gives',
  'films',
  'right: sure',
  'unsure',
  'wrong: sure',
  'unsure',
  'of these by a year one off',
  'asked',
  'none',
];

function formatRow({ page, isPresent, all, ...counts }: IdentityRow): string[] {
  const share = (count: number): string =>
    all === 0 || count === 0 ? '–' : `${((100 * count) / all).toFixed(2)} %`;
  const { sureRight, unsureRight, sureWrong, unsureWrong, nearWrong, asked, none } = counts;
  const shares = [sureRight, unsureRight, sureWrong, unsureWrong, nearWrong, asked, none].map(share);
  return [`${page}${isPresent ? '' : ', film left out'}`, all.toLocaleString('en'), ...shares];
}

/** Returns a heading and the rows of a table for each set of names. */
export function listIdentityTables(measured: MeasuredIdentity): { heading: string; rows: string[][] }[] {
  return measured.map(({ names, rows }) => ({
    heading: `Named by ${names}:`,
    rows: [head, ...rows.map(formatRow)],
  }));
}
