import * as v from 'valibot';
import { lazySchema } from '../../text/schemas.ts';
import type { IdKind } from '../../films/id-systems.ts';
import type { Film } from '../../films/types.ts';
import { cleanText } from '../../text/text.ts';
import { dayMs } from '../../dates/stored-time.ts';
import { validMembers, parseJsonText, parseShape } from './answers.ts';
import { SourceError } from './errors.ts';
import { findId } from '../../films/find-id.ts';
import { pickFilm } from './film-query.ts';
import type { FoundFilm, ReviewSource, SourceContext } from './types.ts';
import { parseEntities, type Entity } from './wikidata/claims.ts';
import { findLabel, idProperties, listFilmItems, makeWikidataFilm } from './wikidata/film.ts';
import { listWikidataScores } from './wikidata/scores.ts';

const queryAddress = 'https://query.wikidata.org/sparql';
const apiAddress = 'https://www.wikidata.org/w/api.php';
/** The maximum number of ids in one `wbgetentities` request. */
const batchSize = 50;
/** The maximum number of items in one look-up. A film's name can match several items. */
const maxItems = 150;

const bindings = lazySchema(() =>
  v.object({
    results: v.object({
      bindings: validMembers(v.object({ item: v.object({ value: v.string() }) }), 500),
    }),
  }),
);

/** The ids of the items in an answer of the query service, each once. Throws `SourceError` `malformed`. */
function parseWikidataItems(value: unknown): string[] {
  const rows = parseShape(bindings, value).results.bindings;
  const ids = rows.flatMap(({ item }) => /\/entity\/(Q\d{1,12})$/.exec(item.value)?.[1] ?? []);
  return [...new Set(ids)];
}

async function ask(
  address: string,
  parameters: Record<string, string>,
  context: SourceContext,
): Promise<unknown> {
  const query = new URLSearchParams({ format: 'json', ...parameters });
  const response = await context.fetch(`${address}?${query.toString()}`, {
    signal: context.signal,
    headers: { Accept: 'application/json', 'Api-User-Agent': 'Marquee (browser extension)' },
  });
  if (response.status < 200 || response.status > 299)
    throw new SourceError('failed', `Wikidata answered ${response.status}`);
  return parseJsonText(response.text);
}

/** Quotes a text as a SPARQL literal. */
function quote(text: string): string {
  return `"${cleanText(text).replace(/[\\"]/g, '\\$&')}"`;
}

const values = (name: string, list: string[]): string => `VALUES ?${name} { ${list.join(' ')} }`;

/** An article as the query service writes it: with escapes as MediaWiki makes them (`wfUrlencode`). */
function formatArticle(id: string): string[] {
  const [, language, name] = /^([a-z][a-z-]{1,11}):(.{1,250})$/.exec(id) ?? [];
  if (language === undefined || name === undefined) return [];
  const path = encodeURIComponent(name.toWellFormed())
    .replaceAll("'", '%27')
    .replace(/%(?:3B|40|24|2C|2F|3A)/g, decodeURIComponent);
  return [`<https://${language}.wikipedia.org/wiki/${path}>`];
}

const listIds = (films: Film[], kind: IdKind): string[] => films.flatMap((film) => findId(film, kind) ?? []);

/** One query for all films with an id that Wikidata has a property for, or an article; null if there are none. */
function formatIdQuery(films: Film[]): string | null {
  const parts = idProperties.flatMap(({ property, kind, prefix = '' }) => {
    const ids = listIds(films, kind).map((id) => quote(prefix + id));
    return ids.length === 0 ? [] : [`{ ${values('id', ids)} ?item wdt:${property} ?id }`];
  });
  const articles = listIds(films, 'wikipedia').flatMap(formatArticle);
  if (articles.length > 0) parts.push(`{ ${values('page', articles)} ?page schema:about ?item }`);
  return parts.length === 0 ? null : `SELECT DISTINCT ?item WHERE { ${parts.join(' UNION ')} } LIMIT 500`;
}

/** One query for the films (Q11424 and its subclasses) with these names. */
function formatTitleQuery(films: Film[], languages: string[]): string {
  const names = [...new Set(films.flatMap(({ title, originalTitle }) => [title, originalTitle ?? title]))];
  const labels = names.flatMap((name) => languages.map((language) => `${quote(name)}@${language}`));
  return (
    `SELECT DISTINCT ?item WHERE { ${values('label', labels)} ?item rdfs:label|skos:altLabel ?label . ` +
    '?item wdt:P31/wdt:P279* wd:Q11424 } LIMIT 500'
  );
}

/** The language codes of Wikidata's labels: "de" for "de-AT". Always includes English. */
function listLanguages({ languages }: SourceContext): string[] {
  const codes = languages.map((tag) => tag.toLowerCase().split('-')[0] ?? '');
  return [...new Set([...codes.filter((code) => /^[a-z]{2,3}$/.test(code)).slice(0, 4), 'en'])];
}

/** Finds the Wikidata items of films. Films with a Wikidata id need no query. */
async function findItems(films: Film[], context: SourceContext): Promise<string[]> {
  const own = films.flatMap((film) => findId(film, 'wikidata') ?? []);
  const open = films.filter((film) => findId(film, 'wikidata') === null);
  const query = formatIdQuery(open);
  const byId = query === null ? [] : parseWikidataItems(await ask(queryAddress, { query }, context));
  const kinds: IdKind[] = [...idProperties.map(({ kind }) => kind), 'wikipedia'];
  const hasId = (film: Film): boolean => kinds.some((kind) => findId(film, kind) !== null);
  const nameless = open.filter((film) => !hasId(film));
  const byTitle =
    nameless.length === 0
      ? []
      : parseWikidataItems(
          await ask(queryAddress, { query: formatTitleQuery(nameless, listLanguages(context)) }, context),
        );
  const all = [...own, ...byId, ...byTitle].filter((id) => /^Q\d{1,12}$/.test(id));
  return [...new Set(all)].slice(0, maxItems);
}

async function loadEntities(
  ids: string[],
  props: string,
  context: SourceContext,
): Promise<Map<string, Entity>> {
  const found = new Map<string, Entity>();
  const languages = [...listLanguages(context), 'mul'].join('|');
  for (let at = 0; at < ids.length; at += batchSize) {
    const batch = ids.slice(at, at + batchSize).join('|');
    const wikis = listLanguages(context).map((language) => `${language}wiki`);
    const parameters = { action: 'wbgetentities', ids: batch, props, languages, sitefilter: wikis.join('|') };
    const answer = parseEntities(await ask(apiAddress, parameters, context));
    for (const [id, entity] of answer) found.set(id, entity);
  }
  return found;
}

async function loadNames(items: Entity[], context: SourceContext): Promise<Map<string, string>> {
  const ids = new Set(items.flatMap((item) => Object.values(listFilmItems(item)).flat() as string[]));
  const entities = await loadEntities([...ids].slice(0, 1000), 'labels', context);
  const languages = listLanguages(context);
  const named = [...entities].flatMap(([id, entity]) => {
    const label = findLabel(entity, languages);
    return label === null ? [] : [[id, label] as const];
  });
  return new Map(named);
}

/** Wikidata (CC0): ids in other systems, names in the user's languages, people, dates, and review scores. */
export const wikidata: ReviewSource = {
  id: 'wikidata',
  name: 'Wikidata',
  origins: ['https://www.wikidata.org/*', 'https://query.wikidata.org/*'],
  needsKey: false,
  policy: {
    freshForMs: 30 * dayMs,
    missFreshForMs: 14 * dayMs,
    keepAtMostMs: null,
    licence: 'CC0-1.0',
    mayExport: true,
    dailyBudget: null,
    minGapMs: 500,
    maxBatch: batchSize,
    requestsPerFilm: 3,
  },
  lookUp: async (films, context) => {
    const ids = await findItems(films, context);
    if (ids.length === 0) return films.map(() => null);
    const items = [...(await loadEntities(ids, 'labels|aliases|claims|sitelinks', context)).values()];
    const names = await loadNames(items, context);
    const languages = listLanguages(context);
    const found = items.flatMap((item): FoundFilm[] => {
      const film = makeWikidataFilm(item, languages, names);
      return film === null ? [] : [{ film, scores: listWikidataScores(item), reviews: [] }];
    });
    return films.map((film) => pickFilm(film, found));
  },
  checkKey: null,
};
