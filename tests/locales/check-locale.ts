/** A locale as `public/_locales` holds it. */
export type Messages = Record<string, { message: string; description?: string } | undefined>;

const pluralKey = /^(.+)_(zero|one|two|few|many|other)$/;

/** The places of a message that are filled in: `$1`, `$2`. */
const listPlaces = (message: string): string[] => [...new Set(message.match(/\$\d/g) ?? [])].sort();

interface Split {
  single: string[];
  /** The plural categories of each stem. */
  plural: Map<string, string[]>;
}

function splitKeys(messages: Messages): Split {
  const split: Split = { single: [], plural: new Map() };
  for (const key of Object.keys(messages)) {
    const [, stem, category] = pluralKey.exec(key) ?? [];
    if (stem === undefined || category === undefined) split.single.push(key);
    else split.plural.set(stem, [...(split.plural.get(stem) ?? []), category]);
  }
  return split;
}

const textOf = (messages: Messages, key: string): string => messages[key]?.message ?? '';

/** A form for one number alone ("once") may leave the number out; every other form fills in the same places. */
function findPlaceFaults(key: string, message: string, wanted: string[], isForOne: boolean): string[] {
  const places = listPlaces(message);
  const missing = wanted.filter((place) => !places.includes(place) && !(isForOne && place === '$1'));
  const extra = places.filter((place) => !wanted.includes(place));
  return [...missing.map((place) => `${key} lacks ${place}`), ...extra.map((place) => `${key} has ${place}`)];
}

/**
 * What a locale lacks or has too much of. Its messages without a number are those of English; of each message that
 * follows a number it has one for every plural category of its own language.
 */
export function findLocaleFaults(messages: Messages, english: Messages): string[] {
  const [own, wanted] = [splitKeys(messages), splitKeys(english)];
  const language = textOf(messages, 'languageTag');
  const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  const faults = [
    ...wanted.single.filter((key) => !own.single.includes(key)).map((key) => `${key} is missing`),
    ...own.single.filter((key) => !wanted.single.includes(key)).map((key) => `${key} is not in English`),
    ...[...own.plural.keys()]
      .filter((stem) => !wanted.plural.has(stem))
      .map((stem) => `${stem} is not in English`),
  ];
  for (const key of own.single) {
    if (textOf(messages, key).trim() === '') faults.push(`${key} is empty`);
    faults.push(...findPlaceFaults(key, textOf(messages, key), listPlaces(textOf(english, key)), false));
  }
  for (const stem of wanted.plural.keys()) {
    const places = listPlaces(textOf(english, `${stem}_other`));
    const forms = own.plural.get(stem) ?? [];
    for (const category of categories) {
      const key = `${stem}_${category}`;
      if (!forms.includes(category)) faults.push(`${key} is missing: ${language} needs it`);
      else faults.push(...findPlaceFaults(key, textOf(messages, key), places, category === 'one'));
    }
    for (const form of forms.filter((each) => !categories.some((category) => category === each)))
      faults.push(`${stem}_${form} is never used in ${language}`);
  }
  return faults;
}
