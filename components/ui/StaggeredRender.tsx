import type { ComponentChild } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { waitForPaint } from './wait-for-paint.ts';

interface Drawing {
  parts: readonly ComponentChild[];
  /** Those that have had their turn. */
  count: number;
  /** What stood in each place before. */
  before: readonly ComponentChild[];
}

/**
 * Draws its parts one after another, each in a task of its own, so that nobody waits for the last to use the first. A
 * part shows what it did until its turn comes. They go round again when `parts` is another list.
 */
export function StaggeredRender({ parts }: { parts: readonly ComponentChild[] }) {
  const [last, setLast] = useState<Drawing>({ parts, count: 1, before: [] });
  const drawn = listDrawn(last);
  const now = last.parts === parts ? last : { parts, count: 1, before: drawn };
  useLayoutEffect(() => {
    if (now.count >= parts.length) return undefined;
    return waitForPaint(() => setLast({ ...now, count: now.count + 1 }));
  });
  return <>{listDrawn(now)}</>;
}

const listDrawn = ({ parts, count, before }: Drawing): ComponentChild[] =>
  parts.flatMap((part, at) => (at < count ? [part] : at < before.length ? [before[at]] : []));
