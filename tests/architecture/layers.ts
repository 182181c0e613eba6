// Finds imports that break the layers of rules.ts. Each finding is a sentence that says what to change.
import { dirname } from 'node:path/posix';
import { forbiddenInPages, mostFilesInFolder, registryFolders, type Room } from './rules.ts';
import { isTest, type SourceFile, type SourceImport } from './sources.ts';

/** Whether a path is the folder or inside it. Null, which means a package, is in no folder. */
export function isIn(path: string | null, folder: string): boolean {
  return path !== null && (path === folder || path.startsWith(`${folder}/`));
}

/** Returns the room that names the file, else the one that names its folder; undefined if there is none. */
export function findRoom(path: string, rooms: Room[]): Room | undefined {
  return (
    rooms.find(({ folders }) => folders.includes(path)) ??
    rooms.find(({ folders }) => folders.includes(dirname(path)))
  );
}

/** Returns a finding for each folder that is in no room. */
export function listHomeless(files: SourceFile[], rooms: Room[]): string[] {
  const folders = files.filter(({ path }) => !findRoom(path, rooms)).map(({ path }) => dirname(path));
  return [...new Set(folders)].map(
    (folder) => `${folder} is in no layer: give it a place in tests/architecture/rules.ts, or move its files`,
  );
}

/** Returns a finding for each import that the room of a file does not allow. */
export function listForbiddenImports({ path, imports }: SourceFile, rooms: Room[]): string[] {
  const room = findRoom(path, rooms);
  if (!room) return [];
  return imports
    .filter((found) => !isAllowed(found, path, room))
    .map(
      ({ specifier, isTypeOnly }) =>
        `${path} imports ${isTypeOnly ? 'a type of ' : ''}${specifier}; ${formatAllowed(room)}: take it as a parameter, ` +
        'or move what both need into a room that both may import',
    );
}

function isAllowed({ specifier, target, isTypeOnly }: SourceImport, path: string, room: Room): boolean {
  if (target === null)
    return room.packages.some(
      (name) => name === '*' || specifier === name || specifier.startsWith(`${name}/`),
    );
  if (/\.(css|json)$/.test(target)) return true;
  // A room that is one file may not import the rest of its folder.
  const own = room.folders.includes(path) ? [] : room.folders;
  const allowed = [...own, ...room.mayImport, ...(isTypeOnly ? (room.mayImportTypes ?? []) : [])];
  return allowed.some((folder) => isIn(target, folder));
}

function formatAllowed({ folders, mayImport, mayImportTypes = [], packages }: Room): string {
  const values = [...mayImport, ...packages];
  const types = mayImportTypes.length ? `, and types of ${mayImportTypes.join(', ')}` : '';
  return `${folders[0]} may import ${values.length ? values.join(', ') : 'nothing'}${types}`;
}

/** Returns a finding for each import from a higher room. Type imports count too. */
export function listUpwardImports({ path, imports }: SourceFile, rooms: Room[]): string[] {
  const room = findRoom(path, rooms);
  if (!room) return [];
  return imports.flatMap(({ specifier, target, isTypeOnly }) => {
    const other = target === null ? undefined : findRoom(target, rooms);
    if (!other || rooms.indexOf(other) <= rooms.indexOf(room)) return [];
    const what = isTypeOnly ? 'the type' : 'what it needs';
    return [
      `${path} imports ${specifier}, which is above it: move ${what} down into ${room.folders[0]}, or declare there what is expected`,
    ];
  });
}

/** Returns a finding for each import of a test, fixture or sample in production code. */
export function listTestImports({ path, imports }: SourceFile): string[] {
  return imports
    .filter(({ target, isTypeOnly }) => target !== null && !isTypeOnly && isTest({ path: target }))
    .map(({ specifier }) => `${path} imports ${specifier}, which only tests may: move what runs out of it`);
}

/** Returns the import chains by which a page script reaches code that must not run in web pages. Type imports do not count. */
export function listPageLeaks(files: SourceFile[], pageFolders: string[]): string[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const reachedFrom = new Map<string, string | null>();
  const waiting: string[] = files
    .map(({ path }) => path)
    .filter((path) => pageFolders.some((folder) => isIn(path, folder)));
  for (const path of waiting) reachedFrom.set(path, null);
  const found: string[] = [];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    for (const { specifier, target, isTypeOnly } of byPath.get(path)?.imports ?? []) {
      if (isTypeOnly || (target !== null && reachedFrom.has(target))) continue;
      if (isForbiddenInPages(specifier, target))
        found.push(
          `${formatChain(path, reachedFrom)} → ${target ?? specifier}: this must not run in a page; ask the background ` +
            'with a message, or import its types only',
        );
      else if (target !== null && byPath.has(target)) {
        reachedFrom.set(target, path);
        waiting.push(target);
      }
    }
  }
  return found;
}

function isForbiddenInPages(specifier: string, target: string | null): boolean {
  const { folders, packages } = forbiddenInPages;
  return target === null
    ? packages.some((name) => specifier === name || specifier.startsWith(`${name}/`))
    : folders.some((folder) => isIn(target, folder));
}

function formatChain(path: string, reachedFrom: Map<string, string | null>): string {
  const chain: string[] = [];
  for (let at: string | null = path; at !== null; at = reachedFrom.get(at) ?? null) chain.unshift(at);
  return chain.join(' → ');
}

/** Returns every import cycle once, as `a → b → a`. Type imports count too. */
export function listCycles(files: SourceFile[]): string[] {
  const targets = new Map(files.map(({ path, imports }) => [path, imports.map(({ target }) => target)]));
  const state = new Map<string, 'open' | 'done'>();
  const found: string[] = [];
  const visit = (path: string, trail: string[]) => {
    if (state.get(path) === 'open')
      found.push(
        `${[...trail.slice(trail.indexOf(path)), path].join(' → ')}: move what both need, often a type, into a file below them`,
      );
    if (state.has(path)) return;
    state.set(path, 'open');
    for (const target of targets.get(path) ?? []) if (target !== null) visit(target, [...trail, path]);
    state.set(path, 'done');
  };
  for (const path of targets.keys()) visit(path, []);
  return found;
}

/** Returns a finding for each folder with more than `mostFilesInFolder` source files. */
export function listCrowdedFolders(files: SourceFile[]): string[] {
  const byFolder = Map.groupBy(
    files.filter((file) => !isTest(file)),
    ({ path }) => dirname(path),
  );
  return [...byFolder]
    .filter(([folder, own]) => own.length > mostFilesInFolder && !registryFolders.includes(folder))
    .map(
      ([folder, own]) =>
        `${folder} has ${own.length} files: put those that change together into a subfolder (at most ${mostFilesInFolder})`,
    );
}
