import type { ComponentChildren } from 'preact';
import { t, type MessageKey } from '../../lib/i18n/messages.ts';

interface PhraseProps {
  /** A message with `$1` where the children stand. */
  message: MessageKey;
  children: ComponentChildren;
}

/** A message with an element in its midst, wherever the language puts it. */
export function Phrase({ message, children }: PhraseProps) {
  const [before, after] = t(message, '\u0001').split('\u0001');
  return (
    <>
      {before}
      {children}
      {after}
    </>
  );
}
