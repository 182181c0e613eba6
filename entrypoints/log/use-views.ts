import { useMemo } from 'preact/hooks';
import type { LogIndex } from '../../lib/watchlog/index-types.ts';
import type { LogPageState } from './log-state.ts';

/** Viewings or films by their places, each the same object until the log changes, so that its row need not be drawn anew. */
export function useViews<View>(
  state: LogPageState,
  view: (index: LogIndex, place: number) => View,
): (place: number) => View {
  const shown = state.shown.value;
  return useMemo(() => {
    const views = new Map<number, View>();
    const index = shown?.index ?? state.index();
    return (place) => {
      const known = views.get(place) ?? view(index, place);
      views.set(place, known);
      return known;
    };
  }, [state, shown, view]);
}
