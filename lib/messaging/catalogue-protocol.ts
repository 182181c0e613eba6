/** What the options page shows for a catalogue. */
export interface CatalogueOverview {
  id: string;
  /** For people, as its maker named it. */
  name: string;
  /** `package`: the built-in catalogue. `imported`: out of the user's own files. `published`: by an https address. */
  kind: 'package' | 'imported' | 'published';
  films: number;
  /** Day of the data, `YYYY-MM-DD` or `YYYY`. */
  asOf: string;
  licence: string | null;
  /** The sentence its maker asks to be shown, or null. */
  attribution: string | null;
  /** Bytes it takes on this machine; of a published one, those of the parts that were fetched. Null for the package's. */
  bytes: number | null;
  /** Milliseconds since 1970 when it was imported or added; null for the package's. */
  savedAt: number | null;
  /** The folder's address of a published catalogue, or null. */
  url: string | null;
  /** Match patterns that a published catalogue needs; none for others. */
  origins: string[];
  /** `no-permission` and `too-revealing`: parts that were fetched answer, no other is fetched. `damaged`: it cannot be read. */
  state: 'ready' | 'no-permission' | 'too-revealing' | 'damaged';
}

/** An import whose page was closed before it was done. Given the same files again, it continues where it stopped. */
export interface UnfinishedImport {
  /** The catalogue it makes. */
  id: string;
  name: string;
  /** Name, bytes and day of last change (milliseconds since 1970) by which the files are known again. */
  files: { name: string; size: number; lastModified: number }[];
  rowsRead: number;
  /** Milliseconds since 1970. */
  startedAt: number;
}

/** Why a published catalogue was not added: a code for which the page has a message. */
export type PublishedCatalogueFault =
  | 'bad-address'
  | 'missing'
  | 'redirected'
  | 'too-large'
  | 'bad-manifest'
  | 'too-revealing'
  | 'offline'
  | 'unreachable'
  | 'no-space'
  | 'failed';

/** The result of adding a published catalogue. `no-permission`: ask `permissions.request` for `origins` first. */
export type AddCatalogueAnswer =
  | { state: 'added'; catalogue: CatalogueOverview }
  | { state: 'no-permission'; origins: string[] }
  | { state: PublishedCatalogueFault };

/** Messages about catalogues, each from a page of the extension to the background. Imports themselves run in a worker of the page (lib/catalogue/store/import-client.ts). */
export interface CatalogueProtocol {
  /** The catalogues in the order of look-up, and the imports that can be continued. */
  listCatalogues(): { catalogues: CatalogueOverview[]; unfinished: UnfinishedImport[] };
  /** Removes a catalogue, or an unfinished import, from this machine. The built-in catalogue stays. */
  removeCatalogue(request: { id: string }): void;
  /** Adds the catalogue at an https address, or checks whether it has changed. The page asks for the permission first. */
  addPublishedCatalogue(request: { url: string }): AddCatalogueAnswer;
  /** The page's worker made, replaced or dropped a catalogue: films are looked up again, and all pages are notified. */
  cataloguesChanged(): void;
}
