export type Theme = 'light' | 'dark';

/**
 * Returns the theme around an element, from the computed colour of its text: a relative luminance above one half means
 * light text, so a dark page (WCAG 2.2, relative luminance, without the gamma for speed). Reads style, no layout.
 */
export function findTheme(element: Element): Theme {
  const [red = 0, green = 0, blue = 0] = (getComputedStyle(element).color.match(/[\d.]+/g) ?? []).map(Number);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 140 ? 'dark' : 'light';
}
