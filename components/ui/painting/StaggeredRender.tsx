import type { ComponentChild } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { waitForPaint } from './wait-for-paint.ts';

interface Drawing {
  parts: readonly ComponentChild[];
  /** The number of parts rendered so far. */
  count: number;
  /** The parts rendered before, by index. */
  before: readonly ComponentChild[];
}

/**
 * Renders its parts one after another, each in its own task, so that the first can be used before the last is ready. The
 * old part stays until its successor is rendered. Rendering starts again when `parts` is another list.
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
