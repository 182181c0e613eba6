import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { attachClosestEdge, extractClosestEdge } from '@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge';
import { useEffect, useRef, useState } from 'preact/hooks';

/** The edge of a row at which a dragged row would be dropped. */
export type DropEdge = 'top' | 'bottom';

/** What a row of a list says to the rows dragged over it. */
const kind = 'list-row';

/** Reads which row was dropped at which edge of which other; null for anything else. */
export function readDrop(
  source: { data: Record<string | symbol, unknown> },
  target: { data: Record<string | symbol, unknown> } | undefined,
): { id: string; over: string; edge: DropEdge } | null {
  const edge = target === undefined ? null : extractClosestEdge(target.data);
  const [id, over] = [source.data.id, target?.data.id];
  if (source.data.kind !== kind || typeof id !== 'string' || typeof over !== 'string' || id === over)
    return null;
  return edge === 'top' || edge === 'bottom' ? { id, over, edge } : null;
}

/** Makes a row draggable by its handle, and a place to drop others at; `edge` is where the one over it would go. */
export function useRowDragging(id: string, isOn: boolean) {
  const row = useRef<HTMLDivElement>(null);
  const handle = useRef<HTMLSpanElement>(null);
  const [edge, setEdge] = useState<DropEdge | null>(null);
  useEffect(() => {
    const [element, dragHandle] = [row.current, handle.current];
    if (!isOn || element === null || dragHandle === null) return undefined;
    return combine(
      draggable({ element, dragHandle, getInitialData: () => ({ kind, id }) }),
      dropTargetForElements({
        element,
        canDrop: ({ source }) => source.data.kind === kind,
        getData: ({ input }) =>
          attachClosestEdge({ kind, id }, { element, input, allowedEdges: ['top', 'bottom'] }),
        onDrag: ({ source, self }) => setEdge(readDrop(source, self)?.edge ?? null),
        onDragLeave: () => setEdge(null),
        onDrop: () => setEdge(null),
      }),
    );
  }, [id, isOn]);
  return { row, handle, edge };
}
