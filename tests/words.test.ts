import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import english from '../public/_locales/en/messages.json';

/** Words of a private language, with their replacements. They are wrong in every text for people. */
const privateWords: [RegExp, instead: string][] = [
  [/\bbear(?:s|ing)?\b/i, 'has'],
  [/\b(?:stands?|stood|standing)\b/i, 'is, is shown, follows'],
  [/\b(?:is|are|was|were|be|been) told\b/i, 'is reported, or say who says it'],
  [/\b(?:is|are) none\b/i, 'is not a …, there is no …'],
  [/(?<!\bthere )\b(?:is|are) no (?!longer\b|more\b)/i, 'is not a …'],
  [/\banew\b/i, 'again'],
  [/\bdo(?:es)? without\b/i, 'does not need'],
  [/\b(?:that which|what is seen|what knows no)\b/i, 'name the thing'],
  [/\b(?:goes|go|went|going) on\b/i, 'continues'],
  [/\b(?:comes?|came|coming|brought|brings?|bringing) (?:\w+ )?in\b/i, 'is imported'],
  [/\bnot brought\b/i, 'not imported'],
  [/\bholds (?:for|true|where|when|if|of)\b|\bit holds\b/i, 'applies, is true'],
  [/\bgo(?:es)? round\b/i, 'repeats'],
  [/\bdeeds?\b/i, 'action'],
  [/\b(?:aside|withal)\b/i, 'leave it out'],
  [/\bmend(?:s|ed|ing)?\b/i, 'repairs, fixes'],
  [/\bparted by\b/i, 'separated by'],
  [/\bfor ever\b/i, 'permanently'],
  [/\bleft alone\b/i, 'paused, skipped'],
  [/\bnobody knows\b/i, 'is not known, could not be checked'],
  [/\bdrop it\b/i, 'Discard'],
  [/\bfullest\b/i, 'busiest'],
  [/\bevenings\b/i, 'days'],
  [/\bnamed by this page\b/i, 'From this page, where it is'],
  [/^it is not[.!]?$/i, 'Wrong film?'],
  [/\bfirst comes\b/i, 'Show first'],
  [/\bshel(?:f|ves)\b/i, 'catalogue; in the interface: film data'],
];

/** Words of the code, of formats and of licences that do not belong in the interface. */
const internalWords: [RegExp, instead: string][] = [
  [/\brefs?\b|\bids?\b/i, 'number'],
  [/\bhints?\b|\bcandidates?\b/i, 'film'],
  [/(?<!API )(?<!single-)\bkeys?\b/i, 'API key'],
  [/\bsources?\b/i, 'service'],
  [/\bquestions?\b/i, 'request, choice'],
  [/\bcatalogues?\b/i, 'film data'],
  [/\bviewings?\b/i, 'diary entry'],
  [/\b(?:CC0?|BSD)-|\bSPDX\b/, 'the sentence of the service, with a link'],
  [/\bcorrelation\b|\bpoints of\b/i, 'say it in words, or in stars'],
];

/** Texts that may have such a word, each with its reason. */
const exceptions: Record<string, string> = {
  'npm run shelf': 'The old name of a command, in the list of changes.',
  '--shelf': 'An option that scripts still use.',
  '`detect`, `shelf`,': 'The old name of a command, in the list of changes.',
  'called a shelf': 'The old name, in the list of changes.',
  'marquee-shelves': 'The name of a database, which cannot change.',
};

const withoutExceptions = (text: string): string =>
  Object.keys(exceptions).reduce((rest, exception) => rest.replaceAll(exception, ''), text);

function listFaults(place: string, text: string, words: [RegExp, string][]): string[] {
  return withoutExceptions(text)
    .split('\n')
    .flatMap((line, at) =>
      words.flatMap(([pattern, instead]) => {
        const [found] = pattern.exec(line) ?? [];
        return found === undefined ? [] : [`${place}:${at + 1} has “${found}”: write ${instead}`];
      }),
    );
}

const messages = Object.entries(english);

describe('the interface in English', () => {
  test('has no word of a private language', () => {
    expect(messages.length).toBeGreaterThan(500);
    expect(messages.flatMap(([key, { message }]) => listFaults(key, message, privateWords))).toEqual([]);
  });

  test('has no internal word', () => {
    expect(messages.flatMap(([key, { message }]) => listFaults(key, message, internalWords))).toEqual([]);
  });

  test('has descriptions in plain English for translators', () => {
    const faults = messages.flatMap(([key, { description }]) => listFaults(key, description, privateWords));
    expect(faults).toEqual([]);
  });
});

test.each([...globSync('*.md'), ...globSync('docs/*.md')])('%s is in plain English', (path) => {
  expect(listFaults(path, readFileSync(path, 'utf8'), privateWords)).toEqual([]);
});

test.each([
  ['This film bears another title.', 1],
  ['The reviews stand beside the score.', 1],
  ['It is no film.', 1],
  ['There is no film here.', 0],
  ['It is no longer on your list.', 0],
  ['Run `npm run shelf`.', 0],
  ['It is not', 1],
  ['It is not stored.', 0],
  ['Drop it, or keep the fullest of the evenings.', 3],
  ['First comes the film named by this page.', 2],
])('“%s” has %i private words', (sentence, count) => {
  expect(listFaults('text', sentence, privateWords)).toHaveLength(count);
});

/** Files that read an error's own text, which the user never sees, each with its reason. */
const readersOfErrors: Record<string, string> = {
  'entrypoints/log/transfer/export-worker.ts': 'Passes it to the page, which writes it to the console.',
  'entrypoints/options/import-state.ts': 'Keeps it for developers, next to the code that is shown.',
};

test('no page shows the text of an error: pages use `formatError`, which turns codes into sentences', () => {
  const files = globSync('{components,entrypoints}/**/*.{ts,tsx}').filter((path) => !path.includes('.test.'));
  expect(files.length).toBeGreaterThan(100);
  const readers = files.filter((path) => /\.message\b|String\(error\)/.test(readFileSync(path, 'utf8')));
  expect(readers.filter((path) => !(path in readersOfErrors))).toEqual([]);
});
