import type { ComponentChildren } from 'preact';
import { t, type MessageKey } from '../../lib/i18n/messages.ts';

interface PhraseProps {
  /** A message with `$1` in the place of the children. */
  message: MessageKey;
  children: ComponentChildren;
}

/** A message that contains an element, wherever the translation puts it. */
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
