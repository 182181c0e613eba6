import * as v from 'valibot';
import { once } from '../../async/once.ts';
import { RemoteError, type RemoteErrorCode } from './errors.ts';
import { requireDone, type ServerAnswer } from './http.ts';

// Schemas are built when the first answer comes: most starts of the background need none of them.
const schemas = once(() => ({
  /** The row is in `body`: CouchDB keeps names that begin with `_` for itself. */
  document: v.object({
    _id: v.string(),
    _rev: v.string(),
    _deleted: v.optional(v.boolean(), false),
    _conflicts: v.optional(v.array(v.string()), []),
    body: v.unknown(),
  }),
  changes: v.object({
    results: v.array(v.object({ doc: v.optional(v.unknown()) })),
    // A text in CouchDB, a number in PouchDB, a list in old clusters.
    last_seq: v.union([v.string(), v.number(), v.array(v.unknown())]),
    // PouchDB's server leaves it out.
    pending: v.optional(v.number()),
  }),
  listed: v.object({
    rows: v.array(
      v.object({ id: v.string(), value: v.object({ rev: v.string() }), doc: v.optional(v.unknown()) }),
    ),
  }),
  documents: v.object({ rows: v.array(v.object({ doc: v.optional(v.unknown()) })) }),
  revisions: v.object({
    results: v.array(v.object({ docs: v.array(v.object({ ok: v.optional(v.unknown()) })) })),
  }),
  written: v.array(v.object({ id: v.string(), error: v.optional(v.string()) })),
  database: v.object({
    db_name: v.string(),
    sizes: v.optional(v.object({ file: v.optional(v.number()) })),
    // Before CouchDB 2.
    disk_size: v.optional(v.number()),
  }),
  done: v.object({ ok: v.literal(true) }),
}));

type Schemas = ReturnType<typeof schemas>;
type Answers = { [Name in keyof Schemas]: v.InferOutput<Schemas[Name]> };

/** A document that we wrote, without the bodies of its conflicts. */
export interface FoundDocument {
  id: string;
  revision: string;
  body: unknown;
  conflicts: string[];
}

/** The document of a value; null for a deleted one, a design, and what is not ours. */
export function readDocument(value: unknown): FoundDocument | null {
  const parsed = v.safeParse(schemas().document, value);
  if (!parsed.success) return null;
  const { _id: id, _rev: revision, _deleted: isDeleted, _conflicts: conflicts, body } = parsed.output;
  return isDeleted || id.startsWith('_') ? null : { id, revision, body, conflicts };
}

/**
 * The content of an answer. Throws `RemoteError` if it does not say that what was asked for is done, or is not of that
 * kind: `otherwise`, which is `bad-answer` unless given.
 */
export function readContent<Name extends keyof Schemas>(
  answer: ServerAnswer,
  name: Name,
  otherwise: RemoteErrorCode = 'bad-answer',
): Answers[Name] {
  requireDone(answer, name);
  const { status } = answer;
  try {
    const parsed = v.safeParse(schemas()[name], JSON.parse(new TextDecoder().decode(answer.bytes)));
    if (parsed.success) return parsed.output as Answers[Name];
  } catch {
    // It is not JSON, or only the beginning of it.
  }
  throw new RemoteError(otherwise, `${name}: not what CouchDB answers`, { status });
}

const refusals: Partial<Record<string, RemoteErrorCode>> = {
  forbidden: 'forbidden',
  unauthorized: 'forbidden',
  too_large: 'too-large',
  document_too_large: 'too-large',
};

/** The error for a document that the database refuses for another reason than its revision. */
export const explainRefusal = (error: string): RemoteError =>
  new RemoteError(refusals[error] ?? 'bad-answer', 'the database does not take a document');
