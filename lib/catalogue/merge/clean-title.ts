const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

function decodeEntity(entity: string, name: string): string {
  const [, hex, decimal] = /^#(?:x([\da-f]+)|(\d+))$/i.exec(name) ?? [];
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  if (Number.isNaN(code)) return entities[name.toLowerCase()] ?? entity;
  return code <= 0x10ffff ? String.fromCodePoint(code) : entity;
}

/** What wiki pages and HTML leave in titles, in the order in which it is removed, and what takes its place. */
const leftovers: [pattern: RegExp, by: string][] = [
  [/<!--.*?-->/gs, ''],
  [/<(ref|style|script|sup)\b[^>]*>.*?<\/\1>/gis, ''],
  [/<\/?[a-z][^<>]*>/gi, ''],
  // A rule of a style sheet: ".frac .num,.frac .den{font-size:80%}".
  [/\.[a-z][\w-]*[^{}]*\{[^{}]*\}/gi, ''],
  [/\[\[(?:[^\][|]*\|)?([^\][|]*)\]\]/g, '$1'],
  [/(?<=\S)\[(?:\d{1,3}|note \d+|citation needed)\]/gi, ''],
  // Wikipedia's template of a fraction, as text: 33+1⁄3.
  [/(\d)\+(\d+)⁄(\d+)/g, '$1 $2/$3'],
];

/** Removes templates of wikis, those in others first. */
function removeTemplates(text: string): string {
  const shorter = text.replace(/\{\{[^{}]*\}\}/g, '');
  return shorter === text ? text : removeTemplates(shorter);
}

/** Removes HTML, style sheets, templates, links and footnote marks from a title, and decodes HTML's entities. */
export function removeMarkup(title: string): string {
  if (!/[<&{[⁄]/.test(title)) return title;
  const decoded = title.replace(/&(#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,4});/gi, decodeEntity);
  return leftovers.reduce((text, [pattern, by]) => text.replace(pattern, by), removeTemplates(decoded));
}
