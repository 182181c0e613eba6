/**
 * Calls back when the page changes between light and dark: by the system, or by the theme that the user chose for pages of ours.
 * Returns a function that ends it.
 */
export function followScheme(onChange: () => void): () => void {
  const scheme = globalThis.matchMedia?.('(prefers-color-scheme: dark)');
  const observer = new MutationObserver(onChange);
  scheme?.addEventListener('change', onChange);
  observer.observe(document.documentElement, { attributeFilter: ['style'] });
  return () => {
    scheme?.removeEventListener('change', onChange);
    observer.disconnect();
  };
}
