import { useEffect, useState } from 'preact/hooks';

/** Pages narrower than this have a bar of tabs below, sheets, and one choice in place of a rail. */
export const narrowPage = '(width < 700px)';

/** Returns whether a media query matches, and follows it. False where the page has no layout. */
export function useMedia(query: string): boolean {
  const [matches, setMatches] = useState(() => globalThis.matchMedia?.(query).matches ?? false);
  useEffect(() => {
    const list = globalThis.matchMedia?.(query);
    if (!list) return;
    const follow = (): void => setMatches(list.matches);
    follow();
    list.addEventListener('change', follow);
    return () => list.removeEventListener('change', follow);
  }, [query]);
  return matches;
}
