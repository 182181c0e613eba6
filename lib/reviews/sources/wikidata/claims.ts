import * as v from 'valibot';
import { lazySchema } from '../../../text/schemas.ts';
import { isPartialDate } from '../../../dates/partial-date.ts';
import { cleanText } from '../../../text/text.ts';
import { looseList, parseShape } from '../answers.ts';

// Wikibase's JSON: www.mediawiki.org/wiki/Wikibase/DataModel/JSON. Parts of an unexpected shape are skipped.

const snak = lazySchema(() => v.object({ datavalue: v.object({ value: v.unknown() }) }));
const snaks = v.fallback(
  lazySchema(() => v.record(v.string(), looseList(snak, 50))),
  {},
);
const statement = lazySchema(() =>
  v.object({
    mainsnak: snak,
    rank: v.picklist(['preferred', 'normal', 'deprecated']),
    qualifiers: v.optional(snaks, {}),
    references: v.optional(looseList(v.object({ snaks }), 20), []),
  }),
);
const words = lazySchema(() => v.object({ value: v.string() }));
const entity = lazySchema(() =>
  v.object({
    id: v.pipe(v.string(), v.regex(/^Q\d{1,12}$/)),
    labels: v.fallback(v.record(v.string(), words), {}),
    aliases: v.fallback(v.record(v.string(), looseList(words, 50)), {}),
    claims: v.fallback(v.record(v.string(), looseList(statement, 300)), {}),
    sitelinks: v.optional(v.fallback(v.record(v.string(), v.object({ title: v.string() })), {}), {}),
  }),
);

/** An item of Wikidata: the parts that are used here. */
export type Entity = v.InferOutput<typeof entity>;
/** A statement of an item. */
export type Statement = v.InferOutput<typeof statement>;
type Snaks = v.InferOutput<typeof snaks>;

const answer = lazySchema(() => v.object({ entities: v.record(v.string(), v.unknown()) }));

/** The items in an answer of `wbgetentities`, by id; missing ones are skipped. Throws `SourceError` `malformed`. */
export function parseEntities(value: unknown): Map<string, Entity> {
  const found = new Map<string, Entity>();
  for (const one of Object.values(parseShape(answer, value).entities)) {
    const result = v.safeParse(entity, one);
    if (result.success) found.set(result.output.id, result.output);
  }
  return found;
}

/**
 * The best statements of a property: the preferred ones, or those of normal rank if there are none. Never deprecated
 * ones.
 */
export function listStatements({ claims }: Entity, property: string): Statement[] {
  const all = claims[property] ?? [];
  const preferred = all.filter(({ rank }) => rank === 'preferred');
  return preferred.length > 0 ? preferred : all.filter(({ rank }) => rank === 'normal');
}

const itemValue = lazySchema(() => v.object({ id: v.pipe(v.string(), v.regex(/^Q\d{1,12}$/)) }));
const timeValue = lazySchema(() => v.object({ time: v.string(), precision: v.number() }));
const amountValue = lazySchema(() => v.object({ amount: v.string() }));
const spokenValue = lazySchema(() => v.object({ text: v.string() }));

/** The text of a value, such as an id or a name in some language; null for other values. */
export function parseTextValue(value: unknown): string | null {
  const spoken = v.safeParse(spokenValue, value);
  if (spoken.success) return cleanText(spoken.output.text);
  return typeof value === 'string' ? cleanText(value) : null;
}

/** The id of the item in a value, such as `Q105584`; null for other values. */
export function parseItemValue(value: unknown): string | null {
  const item = v.safeParse(itemValue, value);
  return item.success ? item.output.id : null;
}

/**
 * A time as `YYYY-MM-DD`, `YYYY-MM` or `YYYY`, depending on its precision; null for other values and for a lower
 * precision.
 */
export function parseTimeValue(value: unknown): string | null {
  const time = v.safeParse(timeValue, value);
  const match = time.success ? /^\+(\d{4})-(\d\d)-(\d\d)T/.exec(time.output.time) : null;
  if (!time.success || match === null || time.output.precision < 9) return null;
  const [, year = '', month = '', day = ''] = match;
  const text = [year, month, day].slice(0, time.output.precision - 8).join('-');
  return isPartialDate(text) ? text : null;
}

/** A quantity as a number; null for other values. */
export function parseAmountValue(value: unknown): number | null {
  const amount = v.safeParse(amountValue, value);
  return amount.success && /^[+-]\d{1,12}(?:\.\d+)?$/.test(amount.output.amount)
    ? Number(amount.output.amount)
    : null;
}

/**
 * The first non-null result of `parse` for the values of a property in qualifiers or references; null if there is
 * none.
 */
export function findSnak<T>(among: Snaks, property: string, parse: (value: unknown) => T | null): T | null {
  for (const { datavalue } of among[property] ?? []) {
    const parsed = parse(datavalue.value);
    if (parsed !== null) return parsed;
  }
  return null;
}

/** The non-null results of `parse` for the values of a property's statements. */
export function listValues<T>(item: Entity, property: string, parse: (value: unknown) => T | null): T[] {
  return listStatements(item, property).flatMap(({ mainsnak }) => parse(mainsnak.datavalue.value) ?? []);
}
