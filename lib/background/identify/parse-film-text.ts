import { formatTypedHint } from '../../films/hint-film.ts';
import { parseId } from '../../films/film-ids.ts';
import { findRefInUrl, findWorkKindInUrl } from '../../films/refs.ts';
import { parseRef } from '../../films/parse-ref.ts';
import { parseTitle } from '../../films/titles/title-parse.ts';
import type { Film, FilmRef, SightedHint } from '../../films/types.ts';
import { maxTitleLength } from '../../messaging/types.ts';
import { truncateText } from '../../text/text.ts';

const refAtEnd = /^(.*?)\s*\[([a-z]+:[^[\]\s]{1,200})\]\s*$/;

/** Parses typed or selected text as the hint of a film; null when no title is left. */
export function parseFilmText(text: string): SightedHint | null {
  const parsed = parseTitle(text);
  const title = truncateText(parsed.title, maxTitleLength);
  if (title === '') return null;
  const typed = formatTypedHint(title, parsed.year);
  const directors = parsed.directors.map((name) => truncateText(name, maxTitleLength)).slice(0, 20);
  const alternativeTitles = parsed.alternativeTitles
    .filter((name) => name.length <= maxTitleLength)
    .slice(0, 20);
  return { ...typed, hint: { ...typed.hint, alternativeTitles, directors, kind: parsed.kind ?? 'film' } };
}

/** The last part of an address that has letters, as words: `/film/the-tree-of-life/` is "the tree of life". */
function readSlug(url: string): string {
  const parts = new URL(url).pathname.split('/').filter((part) => /[a-z]{2}/i.test(part));
  const last = (parts.at(-1) ?? '').replace(/^\d+-|\.[a-z]+$/gi, '');
  try {
    return decodeURIComponent(last)
      .replace(/[-_+]+/g, ' ')
      .trim();
  } catch {
    return '';
  }
}

/** An id of a film as somebody types or pastes it. */
export interface TypedId {
  ref: FilmRef;
  /** The words of the address, for a film whose id no catalogue has; empty for a bare id. */
  words: string;
}

/** Parses a text that is nothing but IMDb's id or the address of a film's page, with or without `https://`; null for others. */
export function parseTypedId(text: string): TypedId | null {
  const typed = text.trim();
  const id = parseId('imdb', typed.toLowerCase());
  if (id !== null) return { ref: id, words: '' };
  const url = /^https?:\/\//i.test(typed) ? typed : `https://${typed}`;
  const ref = /^[^\s/]*[:.]\S*\/\S+$/.test(typed) && URL.canParse(url) ? findRefInUrl(url) : null;
  return ref && { ref, words: readSlug(url) };
}

/**
 * The film that a context menu was opened on, by the id in the link, with its title from the selected text or the link.
 * Null when neither names a film.
 */
export function findFilmInMenu(info: {
  linkUrl?: string | undefined;
  linkText?: string | undefined;
  selectionText?: string | undefined;
}): SightedHint | null {
  const { linkUrl, linkText = '', selectionText = '' } = info;
  const words = [selectionText, linkText].find((text) => text.trim() !== '');
  const ref = linkUrl === undefined ? null : findRefInUrl(linkUrl);
  const named = words === undefined ? null : parseFilmText(words);
  if (linkUrl === undefined || ref === null) return named;
  const slug = parseFilmText(readSlug(linkUrl)) ?? formatTypedHint(ref, null);
  const { hint, ...sighted } = named ?? slug;
  const kind = findWorkKindInUrl(linkUrl) ?? hint.kind;
  return { ...sighted, evidence: ['link', 'text'], hint: { ...hint, kind, refs: [ref] } };
}

/** A film as text that `parseSuggestion` reads back: "Her (2013) [imdb:tt1798709]". */
export function formatSuggestion({ title, year, refs }: Pick<Film, 'title' | 'year' | 'refs'>): string {
  const named = year === null ? title : `${title} (${year})`;
  const ref = refs.find((known) => !known.startsWith('title:') && refAtEnd.test(`x [${known}]`));
  return ref === undefined ? named : `${named} [${ref}]`;
}

/** Parses the text in the address bar as the hint of a film: a chosen suggestion, or typed text. */
export function parseSuggestion(text: string): SightedHint | null {
  const [, before = '', named = ''] = refAtEnd.exec(text) ?? [];
  const parsed = parseRef(named);
  if (parsed === null || parsed.kind === 'title') return parseFilmText(text);
  const ref: FilmRef = `${parsed.kind}:${parsed.value}`;
  const sighted = parseFilmText(before) ?? formatTypedHint(ref, null);
  return { ...sighted, hint: { ...sighted.hint, refs: [ref] } };
}
