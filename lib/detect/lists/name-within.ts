import { foldTitle } from '../../films/titles/title-key.ts';
import { decodePart } from '../decode.ts';
import type { Page } from '../page.ts';

/** The words of the last part of the address that has letters: "nueve-faroles" of "/pelicula/12/nueve-faroles.html". */
export function findSlug({ url }: Pick<Page, 'url'>): string {
  const parts = url.pathname.split('/').map((part) => decodePart(part).replace(/\.\w{2,4}$|^\d+-/g, ''));
  return foldTitle((parts.findLast((part) => /\p{L}{2}/u.test(part)) ?? '').replace(/[-_+]+/g, ' '));
}

/**
 * The film's name in a longer one that has words around it, as a heading or the address has it: "Roma" of "Horarios de Roma
 * - En cartelera". Null if neither has a part of the name.
 */
export function findNameWithin(name: string, page: Page): string | null {
  const folded = `-${foldTitle(name)}-`;
  const slug = findSlug(page);
  const within = page.headings
    .map(({ text }) => text)
    .filter((text) => {
      const fold = `-${foldTitle(text)}-`;
      return fold !== '--' && fold !== folded && folded.includes(fold);
    });
  const heading =
    within.find((text) => foldTitle(text) === slug) ??
    within.find(
      (text) => page.headings.length === 1 && !slug.includes(foldTitle(text)) && !name.startsWith(`${text}:`),
    );
  if (heading !== undefined) return heading;
  if (slug.length < 3 || folded === `-${slug}-` || !folded.includes(`-${slug}-`)) return null;
  return findWords(name, slug);
}

/** The words of a name that a slug has: "Nine Lanterns" of "Why Nine Lanterns works" for "nine-lanterns"; null if there are none. */
export function findWords(name: string, slug: string): string | null {
  const words = name.split(/\s+/);
  for (const [from] of words.entries())
    for (let end = from + 1; end <= words.length; end += 1) {
      const part = words.slice(from, end).join(' ');
      if (foldTitle(part) === slug) return part.replace(/^["“„«‘']|[\s:,|–"”“»’'-]+$/g, '');
    }
  return null;
}
