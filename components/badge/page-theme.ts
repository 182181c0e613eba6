export type Theme = 'light' | 'dark';

/**
 * Whether the text of an element is light on dark or dark on light, from its computed colour: relative luminance
 * above one half means light text (WCAG 2.2, relative luminance, without the gamma for speed). Reads style, no layout.
 */
export function findTheme(element: Element): Theme {
  const [red = 0, green = 0, blue = 0] = (getComputedStyle(element).color.match(/[\d.]+/g) ?? []).map(Number);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 140 ? 'dark' : 'light';
}
