import { first } from './0001-first.ts';
import { filmTags } from './0002-film-tags.ts';
import type { Migration } from './types.ts';

/** Every migration there is, by version. The newest version is the schema's. */
export const migrations: Migration[] = [first, filmTags];
