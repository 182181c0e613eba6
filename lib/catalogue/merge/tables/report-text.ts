import { compareText } from '../compare-text.ts';
import type { Refusal } from '../joins/join-sources.ts';
import type { Doubt } from '../joins/settle-doubts.ts';
import type { MergeReport } from '../report.ts';

/** The most films of each kind that the report names. */
const mostNamed = 60;

function writeRows(header: string[], rows: (string | number)[][]): string {
  return [header, header.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function writeCounts(header: [string, string], counts: Record<string, number>): string {
  return writeRows(header, Object.entries(counts));
}

function writeDropped({ sources }: MergeReport): string {
  const rows = Object.entries(sources).flatMap(([source, { films, dropped }]): (string | number)[][] => [
    [source, 'read', films],
    ...Object.entries(dropped)
      .sort(([one], [other]) => compareText(one, other))
      .map(([reason, number]) => [source, `dropped: ${reason}`, number]),
  ]);
  return writeRows(['source', 'rows', 'number'], rows);
}

const escape = (title: string): string => title.replace(/[|*_<>`\\[\]]/g, '\\$&');

function writeRefusals(refusals: Refusal[]): string {
  const lines = refusals.map(
    ({ source, title, year, reason, isKept }) =>
      `- ${escape(title)} (${year ?? 'no year'}), ${source}: ${reason}; ${isKept ? 'a film of its own' : 'left out'}`,
  );
  return lines.sort(compareText).slice(0, mostNamed).join('\n');
}

function writeDoubts(doubts: Doubt[]): string {
  return doubts
    .slice(0, mostNamed)
    .map(({ title, years }) => `- ${escape(title)} (${years.map((year) => year ?? '?').join(', ')})`)
    .join('\n');
}

const writeDecades = ({ decades }: MergeReport): string =>
  writeRows(
    ['decade', 'films', 'IMDb id', 'director', 'length', 'original or other titles'],
    Object.entries(decades).map(([decade, figures]) => [
      decade,
      figures.films,
      figures.imdb,
      figures.directors,
      figures.minutes,
      figures.titles,
    ]),
  );

/** report.md: what a merge made of the sources, for the reader of a pull request. */
export function writeReport(report: MergeReport, refusals: Refusal[], doubts: Doubt[]): string {
  const { forms } = report;
  const parts = [
    '# Report of the last merge',
    `Written by \`npm run catalogue -- merge\`. ${report.films} films: ${forms.feature} features, ${forms.short} shorts, ${forms.tv} films made for television. Releases are known as usual until ${report.coversUntil ?? 'no day that the sources tell'}.`,
    '## Films with each fact',
    writeCounts(['fact', 'films'], report.withFact),
    '## Films by decade',
    writeDecades(report),
    '## The last years',
    writeCounts(['year', 'films'], report.lastYears),
    '## Rows of the sources',
    writeDropped(report),
    '## Joins',
    `${report.joined.id} rows were joined by id, ${report.joined.title} by title and year. These joins were refused:`,
    writeCounts(['source and reason', 'rows'], report.refused),
    `The first ${mostNamed}:`,
    writeRefusals(refusals),
    '## Films with one title and years within one of each other',
    writeCounts(['what became of the pair', 'pairs'], report.pairs),
    `The first ${mostNamed} in doubt:`,
    writeDoubts(doubts),
    '## Beside the films',
    writeCounts(['table', 'rows'], {
      awards: report.awards,
      ...report.lists,
      'titles of series': report.series,
    }),
  ];
  return `${parts.join('\n\n')}\n`;
}
