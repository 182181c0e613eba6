/** A page may fade from one into the other. */
const settledAfterMs = 500;

/**
 * Calls `onChange` after the page may have gone from light to dark or back: the system did, or the page marked its root
 * or body anew, as its own switch does.
 */
export function watchTheme(onChange: () => void, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(onChange, settledAfterMs);
  };
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', soon, { signal });
  const observer = new MutationObserver(soon);
  // A document of its own making may have no body.
  for (const element of document.querySelectorAll(':root, :root > body'))
    observer.observe(element, { attributes: true });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
}
