import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

type TextControl = HTMLInputElement | HTMLTextAreaElement;

const unwritten = new Set(['checkbox', 'radio', 'button', 'submit', 'range', 'file', 'search', 'hidden']);

/** Whether people write into the element something that they would miss. What they search for can be typed again. */
function isWritten(target: EventTarget | null): target is TextControl {
  if (target instanceof HTMLTextAreaElement) return true;
  if (!(target instanceof HTMLInputElement)) return false;
  return !unwritten.has(target.type) && target.getAttribute('role') !== 'combobox';
}

/** Whether a field's form was submitted and has nothing left to save: its button is off again. */
function isSaved({ form }: TextControl, submitted: WeakSet<HTMLFormElement>): boolean {
  if (form === null || !submitted.has(form)) return false;
  return form.querySelector('[type="submit"]:disabled') !== null;
}

/**
 * Returns a function that says whether a part of the page has text that was typed and not saved: a field differs from what it
 * had when the user came to it. A field that applies its text at once is inside of `data-applies`.
 */
export function useTypedText(part: RefObject<HTMLElement | null>): () => boolean {
  const before = useRef(new Map<TextControl, string>());
  const submitted = useRef(new WeakSet<HTMLFormElement>());
  useEffect(() => {
    const element = part.current;
    if (element === null) return;
    const note = ({ target }: Event): void => {
      if (!isWritten(target) || target.closest('[data-applies]')) return;
      if (!before.current.has(target)) before.current.set(target, target.value);
    };
    const submit = ({ target }: Event): void => {
      if (target instanceof HTMLFormElement) submitted.current.add(target);
    };
    element.addEventListener('focusin', note);
    element.addEventListener('beforeinput', note);
    element.addEventListener('submit', submit);
    return () => {
      element.removeEventListener('focusin', note);
      element.removeEventListener('beforeinput', note);
      element.removeEventListener('submit', submit);
    };
  }, [part]);
  return () =>
    [...before.current].some(
      ([field, text]) => field.isConnected && field.value !== text && !isSaved(field, submitted.current),
    );
}
