/** The most letters of a block of data that are parsed. */
const maxDataLength = 200_000;
const selectors = [
  'meta[property="og:image"]',
  'meta[name="twitter:image"]',
  'link[rel="image_src"]',
  '[itemtype$="/Movie"] [itemprop="image"]',
];

/** Endings of file names that say how large a copy of a picture is, or how it was cut. */
const sizeWords =
  /(?:(?:^|[-_.,])(?:\d+x?\d*|[wh]\d+|x|ux|uy|cr|ql|v\d|fm\w*|crop|small|medium|large|original|thumb))+$/;

/**
 * The part of a picture's address that is the same for its copies of other sizes: the file's name, without its ending and
 * its sizes. Null if little or nothing of it is left.
 */
export function findPictureKey(address: string): string | null {
  const path = address.split(/[?#]/)[0] ?? '';
  const file = (path.split('/').at(-1) ?? '').toLowerCase();
  const name = (file.split('@')[0] ?? '')
    .replace(/\.(?:jpe?g|png|webp|avif|gif)$/, '')
    .replace(/\._v\d_.*$/, '');
  const key = name.replace(sizeWords, '');
  return key.length >= 5 ? key : null;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const typesOf = (item: Record<string, unknown>): unknown[] => [item['@type']].flat();

/** The addresses of the pictures of an item of structured data. */
function listItemPictures({ image }: Record<string, unknown>): string[] {
  return [image].flat().flatMap((picture) => {
    if (typeof picture === 'string') return [picture];
    const { url, contentUrl } = isRecord(picture) ? picture : {};
    return [url, contentUrl].filter((address) => typeof address === 'string');
  });
}

/** The films of a block of structured data, at its top or in its graph. */
function listFilms(text: string): Record<string, unknown>[] {
  if (text.length > maxDataLength) return [];
  try {
    const data: unknown = JSON.parse(text);
    const tops = [data].flat().filter(isRecord);
    const items = tops.flatMap((top) => [top, ...[top['@graph']].flat()]).filter(isRecord);
    return items.filter((item) => typesOf(item).includes('Movie'));
  } catch {
    return [];
  }
}

/** The keys of the pictures that a page's head and data name as its own. Data about several films names none. */
export function listDeclaredPictures(document: Document): Set<string> {
  const elements = [...document.querySelectorAll(selectors.join())];
  const ofHead = elements.flatMap((element) =>
    ['content', 'href', 'src'].flatMap((name) => element.getAttribute(name) ?? []),
  );
  const blocks = [...document.querySelectorAll('script[type="application/ld+json"]')];
  const films = blocks.flatMap(({ textContent }) => listFilms(textContent ?? ''));
  const ofData = films.length === 1 ? films.flatMap(listItemPictures) : [];
  return new Set([...ofHead, ...ofData].flatMap((address) => findPictureKey(address) ?? []));
}
