import { useEffect, useRef, useState } from 'preact/hooks';
import type { FilmSuggestion } from '../../lib/messaging/protocol.ts';

/** Letters from which on films are suggested; one in scripts whose signs are words. */
const minLetters = 2;
const oneSignIsEnough = /[\u2e80-\uffdc]/;

type Search = (text: string) => Promise<FilmSuggestion[]>;
type UseFilms = (films: FilmSuggestion[], wasReady: boolean) => void;

const isLongEnough = (text: string): boolean =>
  text.trim().length >= minLetters || oneSignIsEnough.test(text);

/**
 * The suggestions for a text that changes. Answers to earlier texts are dropped; the films of the text before stay
 * until those of the new one are there, so that the list does not flicker.
 */
export function useSuggestions(suggest: Search, initialText: string) {
  const [text, setText] = useState(initialText);
  const [found, setFound] = useState<{ text: string; films: FilmSuggestion[] } | null>(null);
  const latest = useRef('');
  /** What to do with the films of the latest text once they are there. */
  const waiting = useRef<UseFilms | null>(null);

  const close = (): void => {
    latest.current = '';
    waiting.current = null;
    setFound(null);
  };
  const change = (changed: string): void => {
    setText(changed);
    waiting.current = null;
    latest.current = changed;
    if (!isLongEnough(changed)) return close();
    // Without an answer the user can still add the film by hand.
    void suggest(changed)
      .catch((): FilmSuggestion[] => [])
      .then((films) => {
        if (latest.current !== changed) return;
        setFound({ text: changed, films });
        const use = waiting.current;
        waiting.current = null;
        use?.(films, false);
      });
  };
  /** Lets the search be prepared before the first letter is typed. */
  const prepare = (): void => void suggest('').catch(() => undefined);
  const isReady = found?.text === text;
  const whenReady = (use: UseFilms): void => {
    if (found && isReady) use(found.films, true);
    else if (isLongEnough(text)) waiting.current = use;
  };
  useEffect(() => {
    if (initialText !== '') change(initialText);
    return () => void (latest.current = '');
  }, []);
  return { text, films: found?.films ?? [], isOpen: found !== null, change, close, prepare, whenReady };
}
