const sheets = new Map<string, CSSStyleSheet>();
const styled = new WeakMap<ShadowRoot, string[]>();

/** Adds a style to a shadow root, once: a shared sheet, or a style element if the browser does not let content scripts share one. */
export function addStyle(root: ShadowRoot, css: string): void {
  const added = styled.get(root) ?? [];
  if (added.includes(css)) return;
  styled.set(root, [...added, css]);
  try {
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, findSheet(css)];
  } catch {
    const style = document.createElement('style');
    style.textContent = css;
    root.append(style);
  }
}

function findSheet(css: string): CSSStyleSheet {
  const known = sheets.get(css);
  if (known) return known;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  sheets.set(css, sheet);
  return sheet;
}
