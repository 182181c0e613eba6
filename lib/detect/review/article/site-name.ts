import { foldTitle } from '../../../films/titles/title-key.ts';
import { attribute, isClosed } from '../../dom.ts';
import { readLine } from '../../page-head.ts';
import type { Page } from '../../page.ts';
import type { PageHeading } from './find-article.ts';

const maxLength = 100;
const named =
  '.site-title, .site-name, .blog-title, .navbar-title, .wp-block-site-title, [class*="logo" i], [rel~="home"], header a, h1 a, h2 a, a.brand';

/** Whether a link leads to the first page of the site. */
function isHome(link: Element, page: Page): boolean {
  const href = attribute(link, 'href');
  if (href === '' || !URL.canParse(href, page.url.href)) return false;
  const url = new URL(href, page.url.href);
  return url.host === page.url.host && url.pathname === '/' && url.hash === '';
}

/** What a page's title says besides the heading: "Her – The Reviews" is of "The Reviews". */
function findInTitle(title: string, heading: string): string | null {
  const at = title.indexOf(heading);
  if (heading === '' || at < 0) return null;
  const rest = (title.slice(0, at) + title.slice(at + heading.length)).trim();
  const name = rest.replace(/^[\s|:·•–—»«-]+|[\s|:·•–—»«-]+$/g, '');
  return name !== rest && name.length <= maxLength && name !== '' ? name : null;
}

/** The site's own name: as its head, its title or the link to its first page states it; null if nothing does. */
export function findSiteName(page: Page, heading: PageHeading | null): string | null {
  const stated = page.meta.get('og:site_name') || page.meta.get('application-name');
  if (stated) return stated;
  const inTitle = findInTitle(page.title, heading?.text ?? '');
  if (inTitle) return inTitle;
  const links = Array.from(page.root.querySelectorAll(named)).slice(0, 60);
  for (const element of links) {
    if (isClosed(element)) continue;
    const link = element.localName === 'a' ? element : element.querySelector('a[href]');
    const text = readLine(element);
    const isName =
      text !== '' && text.length <= maxLength && foldTitle(text) !== foldTitle(heading?.text ?? '');
    if (isName && (link ? isHome(link, page) : /title|name/i.test(attribute(element, 'class')))) return text;
  }
  return null;
}
