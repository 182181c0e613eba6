import { emptyBuild, type BuildState } from '../builder/build-target.ts';
import type { InputFile } from '../builder/input-file.ts';
import { ImportError } from '../errors.ts';
import { maxShardBytes } from '../format.ts';
import { hashContent } from '../hash.ts';
import { parseManifest, shardPath } from '../manifest.ts';
import type { CatalogueManifest } from '../types.ts';

const maxManifestBytes = 32 * 1024 * 1024;

async function readBytes(file: InputFile): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await new Response(file.stream()).arrayBuffer());
}

/**
 * Reads the manifest among the files of a catalogue. Rejects with `ImportError` if there is none, or if it does not
 * match the format.
 */
export async function readFolderManifest(files: InputFile[]): Promise<CatalogueManifest> {
  const file = files.find(({ name }) => name === 'manifest.json');
  if (!file) throw new ImportError('missing-file', { file: 'manifest.json' }, 'there is no manifest.json');
  if (file.size > maxManifestBytes)
    throw new ImportError('too-large', { file: file.name }, 'manifest.json has more than 32 MB');
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await readBytes(file));
    return parseManifest(JSON.parse(text));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new ImportError('bad-catalogue', { file: file.name }, message, { cause: error });
  }
}

async function readShard(
  file: InputFile | undefined,
  name: string,
  hash: string,
): Promise<Uint8Array<ArrayBuffer>> {
  if (!file) throw new ImportError('missing-file', { file: name }, `there is no ${name}`);
  if (file.size > maxShardBytes)
    throw new ImportError('too-large', { file: name }, `${name} has ${file.size} bytes`);
  const bytes = await readBytes(file);
  if ((await hashContent(bytes)) !== hash)
    throw new ImportError('bad-catalogue', { file: name }, `${name} is not what the manifest lists`);
  return bytes;
}

/** The target of a folder's shards. */
export interface FolderTarget {
  former: Pick<BuildState, 'seen'>;
  saveShards(shards: Map<string, Uint8Array<ArrayBuffer>>, state: BuildState): Promise<void>;
}

/** The number of shards saved in one transaction. */
const shardsAtOnce = 64;

/**
 * Copies the shards of a folder, each checked against its hash. Resumes after the shards that an earlier copy saved;
 * `onShard` is called with all of them.
 */
export async function copyFolderShards(
  { films, shards }: CatalogueManifest,
  files: InputFile[],
  target: FolderTarget,
  options: {
    signal: AbortSignal;
    onProgress: (done: number, of: number) => void;
    onShard: (bytes: Uint8Array) => void;
  },
): Promise<void> {
  const byName = new Map(files.map((file) => [file.name, file]));
  const listed = Object.entries(shards);
  for (let at = 0; at < listed.length; at += shardsAtOnce) {
    options.signal.throwIfAborted();
    const batch = listed.slice(at, at + shardsAtOnce).map(async ([prefix, hash]) => {
      const name = shardPath(prefix, hash).replace('shards/', '');
      return [prefix, await readShard(byName.get(name), name, hash)] as const;
    });
    const read = new Map(await Promise.all(batch));
    for (const bytes of read.values()) options.onShard(bytes);
    const seen = Math.min(at + shardsAtOnce, listed.length);
    if (seen > target.former.seen) await target.saveShards(read, { ...emptyBuild, seen, films });
    options.onProgress(seen, listed.length);
  }
}
