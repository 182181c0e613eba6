import type { TableRow } from '../../tables/table.ts';

/** One row of the history that Netflix sends on request: a sitting. */
export interface Sitting {
  row: TableRow;
  profile: string;
  title: string;
  /** When it began, in milliseconds since 1970. */
  at: number;
  /** How long it was, in seconds. */
  seconds: number;
  /** How far the film was seen by then, in seconds. */
  reached: number;
}

/** Sittings of one film, of which none begins longer than this after the one before, are one viewing. */
const maxGapMs = 45 * 24 * 60 * 60 * 1000;
/** Films that were left before this were only looked into. */
const minSeconds = 10 * 60;
/** Shorter sittings belong to no viewing: Netflix plays films by itself while one chooses. */
const minSittingSeconds = 60;

/** The seconds of "1:42:11" or "42:11"; 0 for other texts, such as "Not latest view". */
export function readDuration(text: string): number {
  if (!/^\d{1,3}(?::\d{2}){1,2}$/.test(text)) return 0;
  return text.split(':').reduce((total, part) => total * 60 + Number(part), 0);
}

/** A viewing: its sittings, the earliest first. */
export interface Viewing {
  sittings: Sitting[];
  last: Sitting;
  /** Whether the film was left after a few minutes. */
  isShort: boolean;
}

function joinSittings(sittings: Sitting[]): Viewing[] {
  const viewings: Sitting[][] = [];
  for (const sitting of sittings.toSorted((a, b) => a.at - b.at)) {
    const open = viewings.at(-1);
    const before = open?.at(-1);
    if (open && before && sitting.at - before.at <= maxGapMs) open.push(sitting);
    else viewings.push([sitting]);
  }
  return viewings.flatMap((own) => {
    const last = own.at(-1);
    const reached = Math.max(...own.map((sitting) => sitting.reached));
    const seen = own.reduce((total, { seconds }) => total + seconds, 0);
    return last ? [{ sittings: own, last, isShort: Math.max(reached, seen) < minSeconds }] : [];
  });
}

/** The viewings of each film in each profile, in the order in which the rows of their last sittings stand. */
export function listViewings(sittings: Sitting[]): Viewing[] {
  const glances = sittings.filter(({ seconds }) => seconds < minSittingSeconds);
  const proper = sittings.filter(({ seconds }) => seconds >= minSittingSeconds);
  const groups = Map.groupBy(proper, ({ profile, title }) => `${profile}\n${title}`);
  return [...groups.values()]
    .flatMap(joinSittings)
    .concat(glances.map((glance) => ({ sittings: [glance], last: glance, isShort: true })))
    .toSorted((a, b) => a.last.row.from.row - b.last.row.from.row);
}
