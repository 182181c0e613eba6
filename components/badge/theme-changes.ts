/** A page may fade from one theme to the other. */
const settledAfterMs = 500;

/**
 * Calls `onChange` when the page may have changed between light and dark: the system's setting changed, or an attribute
 * of the page's root or body did, as a page's own switch changes it.
 */
export function watchTheme(onChange: () => void, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(onChange, settledAfterMs);
  };
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', soon, { signal });
  const observer = new MutationObserver(soon);
  // A document built by a script may have no body.
  for (const element of document.querySelectorAll(':root, :root > body'))
    observer.observe(element, { attributes: true });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
}
