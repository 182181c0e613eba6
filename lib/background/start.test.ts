import { afterEach, expect, test, vi } from 'vitest';

/** What was made while the background started, each with the module that made it. */
const made: string[] = [];
let isStarting = false;

/** Notes that something is made, and by which module of the project. */
function note(what: string): void {
  if (!isStarting) return;
  const calls = new Error().stack?.split('\n') ?? [];
  const modules = calls.map((line) => /\/(lib\/[^?:)]+)/.exec(line)?.[1]);
  made.push(`${what}: ${modules.find((path) => path && !path.endsWith('/start.test.ts')) ?? 'a library'}`);
}

vi.mock(import('valibot'), async (load) => {
  const real = await load();
  const watch = <Make extends (...parts: never[]) => unknown>(make: Make): Make =>
    ((...parts: never[]) => {
      note('schema');
      return make(...parts);
    }) as Make;
  const { object, looseObject, record, tuple, union, variant } = real;
  return {
    ...real,
    object: watch(object),
    looseObject: watch(looseObject),
    record: watch(record),
    tuple: watch(tuple),
    union: watch(union),
    variant: watch(variant),
  };
});

/** The same constructor, which notes each use. */
const watchConstructor = <Made extends object>(what: string, of: new (...parts: never[]) => Made) =>
  new Proxy(of, {
    construct(target, parts: never[]) {
      note(what);
      return new target(...parts);
    },
  });

afterEach(() => {
  vi.unstubAllGlobals();
});

/** Imports the background as when the browser starts it, registers its listeners, and returns what that made. */
async function start(): Promise<string[]> {
  vi.resetModules();
  vi.stubGlobal('RegExp', watchConstructor('pattern', RegExp));
  vi.stubGlobal('Intl', {
    ...Intl,
    DateTimeFormat: watchConstructor('format', Intl.DateTimeFormat),
    DisplayNames: watchConstructor('format', Intl.DisplayNames),
    PluralRules: watchConstructor('format', Intl.PluralRules),
  });
  made.length = 0;
  isStarting = true;
  const { registerToEverything } = await import('./router.ts');
  registerToEverything();
  isStarting = false;
  return [...made];
}

test('the background builds schemas, formats and patterns for reviews only when it uses them', async () => {
  const started = await start();
  // Patterns for titles, which every page's films need.
  const patterns = started.filter((one) => one.startsWith('pattern: lib/films/'));
  expect(patterns.length).toBeGreaterThan(0);
  expect(patterns.length).toBeLessThan(15);
  const others = started.filter(
    (one) => !one.startsWith('pattern: lib/films/') && !one.endsWith('a library'),
  );
  expect(others, 'Use `lazySchema`, `lazyPattern` or `once`.').toEqual([]);
});
