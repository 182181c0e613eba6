/** The contents of a locale file in `public/_locales`. */
export type Messages = Record<string, { message: string; description?: string } | undefined>;

const pluralKey = /^(.+)_(zero|one|two|few|many|other)$/;

/** Returns the placeholders of a message, such as `$1` and `$2`. */
const listPlaceholders = (message: string): string[] => [...new Set(message.match(/\$\d/g) ?? [])].sort();

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

/** Returns the wrong placeholders of a form. A form for only one number ("once") may leave `$1` out. */
function findPlaceholderFaults(key: string, message: string, wanted: string[], isForOne: boolean): string[] {
  const placeholders = listPlaceholders(message);
  const missing = wanted.filter(
    (placeholder) => !placeholders.includes(placeholder) && !(isForOne && placeholder === '$1'),
  );
  const extra = placeholders.filter((placeholder) => !wanted.includes(placeholder));
  return [
    ...missing.map((placeholder) => `${key} lacks ${placeholder}`),
    ...extra.map((placeholder) => `${key} has ${placeholder}`),
  ];
}

/**
 * Returns the faults of a locale. It must have the same messages without plural forms as English, and of each message with
 * plural forms one for every plural category of its own language.
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
    faults.push(
      ...findPlaceholderFaults(key, textOf(messages, key), listPlaceholders(textOf(english, key)), false),
    );
  }
  for (const stem of wanted.plural.keys()) {
    const placeholders = listPlaceholders(textOf(english, `${stem}_other`));
    const forms = own.plural.get(stem) ?? [];
    for (const category of categories) {
      const key = `${stem}_${category}`;
      if (!forms.includes(category)) faults.push(`${key} is missing: ${language} needs it`);
      else
        faults.push(...findPlaceholderFaults(key, textOf(messages, key), placeholders, category === 'one'));
    }
    for (const form of forms.filter((each) => !categories.some((category) => category === each)))
      faults.push(`${stem}_${form} is never used in ${language}`);
  }
  return faults;
}
