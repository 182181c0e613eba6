// Puts one language in place of all others in a copy of a build, whatever language the browser has.
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Messages } from '../../tests/locales/check-locale.ts';
import { makePseudoLocale, pseudoTag } from '../../tests/locales/pseudo-locale.ts';

/** The names of the locales that can be shown: those of `public/_locales`, and `xb`, from right to left. */
export function listLocales(folder = 'public'): string[] {
  const folders = globSync('_locales/*/messages.json', { cwd: folder }).map(
    (path) => path.split(/[\\/]/)[1] ?? '',
  );
  return [...folders.sort(), 'xb'];
}

/** Returns the messages of a locale by its name. Throws one sentence if there is none of that name. */
function readLocale(name: string): Messages {
  const isPseudo = name === 'xb' || name === pseudoTag;
  if (!isPseudo && !listLocales().includes(name))
    throw new Error(`There is no locale "${name}". There are: ${listLocales().join(', ')}.`);
  const path = join('public', '_locales', isPseudo ? 'en' : name, 'messages.json');
  const messages = JSON.parse(readFileSync(path, 'utf8')) as Messages;
  return isPseudo ? makePseudoLocale(messages) : messages;
}

/** Writes a locale over every locale of a built extension. */
export function putLocale(folder: string, name: string): void {
  const messages = JSON.stringify(readLocale(name));
  for (const path of globSync('_locales/*/messages.json', { cwd: folder }))
    writeFileSync(join(folder, path), messages);
}
