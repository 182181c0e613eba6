import * as v from 'valibot';
import { once } from '../async/once.ts';

/**
 * A schema that is built when it first checks a value. The background checks few of its messages, rows and answers in one
 * life, and building all of their schemas took a third of its start. Not for `v.optional` and `v.fallback`, which an
 * object has to see around the schema of a field.
 */
/* @__NO_SIDE_EFFECTS__ */
export const lazySchema = <Schema extends v.GenericSchema>(make: () => Schema): v.LazySchema<Schema> =>
  v.lazy(once(make));

/** A text of at most `most` UTF-16 units. */
export const text = (most: number) => v.pipe(v.string(), v.maxLength(most));

/** A list of at most `most` items. */
export const list = <Item extends v.GenericSchema>(of: Item, most: number) =>
  v.pipe(v.array(of), v.maxLength(most));
