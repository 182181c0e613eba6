import { lazyPattern } from '../text/lazy-pattern.ts';
import { cleanText } from '../text/text.ts';

const maxNames = 60;
const separators = /\s*(?:[,;/|·•]|\s[-–—]\s|\s(?:and|und|et|y|e)\s|\s&\s)\s*/u;
const nameLike = lazyPattern(
  String.raw`^(?:(?:d[aeiou]s?|del(?:la)?|v[ao]n|der|den|le|la|el|al)\s|d['’])*[\p{Lu}\p{Lo}]`,
  'u',
);

/** `others` matches "and others" at the end of a list of names, `part` the role that a person plays. */
const others = lazyPattern(
  String.raw`[\s,]{1,5}(?:u\.?\s?a\.?|u\.?\s?v\.?\s?m\.?|et al\.?|etc\.?|(?:among|and) others|and more|et(?: les)? autres|[ye] (?:otros|altri))\.?$`,
  'iu',
);
const part = lazyPattern(
  String.raw`\s(?:as|als|\.{2,}|…)\s.*$|\s\(?(?:dans le rôle|en el papel|nel ruolo)\s.*$`,
  'iu',
);

/** The parts of a text between separators, cleaned, each once, at most 60. */
export function parseList(text: string): string[] {
  const parts = cleanText(text.slice(0, 3000))
    .replace(/\s*\([^()]*\)|\s*\[[^[\]]*\]/g, '')
    .replace(/,\s*(Jr|Sr)\b\.?/g, ' $1.')
    .split(separators)
    .map((text) => text.replace(/^[\s–—:-]+|[\s–—:…-]+$|(?<=\p{L}{4})\.$/gu, ''));
  return [...new Set(parts.filter((text) => text !== ''))].slice(0, maxNames);
}

/**
 * The names of people in a text: "A. Person, B. Person (as C) and D. Person". Parts that do not look like a name are
 * skipped.
 */
export function parseNames(text: string): string[] {
  const names = parseList(text.slice(0, 3000).replace(others(), '')).map((name) => name.replace(part(), ''));
  return [...new Set(names)].filter(
    (name) => name.length <= 60 && nameLike().test(name) && name.split(' ').length <= 6,
  );
}
