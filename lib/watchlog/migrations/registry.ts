import { first } from './0001-first.ts';
import { filmTags } from './0002-film-tags.ts';
import { lists } from './0003-lists.ts';
import type { Migration } from './types.ts';

/** All migrations, by version. The last version is that of the schema. */
export const migrations: Migration[] = [first, filmTags, lists];
