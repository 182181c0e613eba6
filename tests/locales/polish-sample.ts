import type { Messages } from './check-locale.ts';

/** A few English messages. */
export const englishPart: Messages = {
  languageTag: { message: 'en' },
  statusSaved: { message: 'Saved' },
  logFilms_one: { message: '$1 film' },
  logFilms_other: { message: '$1 films' },
};

/** The same in Polish, which is not shipped but has four plural forms. */
export const polishPart: Messages = {
  languageTag: { message: 'pl' },
  statusSaved: { message: 'Zapisano' },
  logFilms_one: { message: '$1 film' },
  logFilms_few: { message: '$1 filmy' },
  logFilms_many: { message: '$1 filmów' },
  logFilms_other: { message: '$1 filmu' },
};
