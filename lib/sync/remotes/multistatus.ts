import { readMarkup, xmlOptions } from '../../text/markup.ts';

/** What a WebDAV server says of one file or folder. */
export interface DavEntry {
  /** As the server writes it. */
  href: string;
  /** Of this file alone; null if it has none of its own. */
  status: number | null;
  isFolder: boolean;
  size: number | null;
  modifiedAt: number | null;
}

const parseStatus = (text: string): number | null => {
  const status = /\s(\d{3})(?:\s|$)/.exec(` ${text.trim()} `)?.[1];
  return status === undefined ? null : Number(status);
};

const parseSize = (text: string): number | null => (/^\s*\d{1,15}\s*$/.test(text) ? Number(text) : null);

const parseTime = (text: string): number | null => {
  const time = Date.parse(text);
  return Number.isNaN(time) ? null : time;
};

const isGood = (status: number | null): boolean => status === null || (status >= 200 && status < 300);

/** What one `propstat` says. Servers put what they do not know into one of its own, with the status 404. */
interface Properties {
  status: number | null;
  isFolder: boolean;
  size: number | null;
  modifiedAt: number | null;
}

const noProperties: Properties = { status: null, isFolder: false, size: null, modifiedAt: null };

/** Reads elements by their paths below `multistatus`. */
class MultistatusReader {
  readonly entries: DavEntry[] = [];
  isWhole = false;
  private readonly path: string[] = [];
  private text = '';
  private entry: DavEntry | null = null;
  private properties = noProperties;

  open(name: string): void {
    // Any prefix may be bound to "DAV:".
    this.path.push(name.slice(name.indexOf(':') + 1));
    this.text = '';
    const place = this.path.join('/');
    if (place === 'multistatus/response') this.entry = { href: '', ...noProperties };
    if (place === 'multistatus/response/propstat') this.properties = { ...noProperties };
    if (place === 'multistatus/response/propstat/prop/resourcetype/collection')
      this.properties.isFolder = true;
  }

  add(text: string): void {
    this.text += text;
  }

  close(isImplied: boolean): void {
    const place = this.path.join('/');
    this.path.pop();
    if (isImplied) return;
    if (place === 'multistatus') this.isWhole = true;
    const { entry, properties, text } = this;
    this.text = '';
    if (entry === null) return;
    if (place === 'multistatus/response') {
      if (entry.href !== '') this.entries.push(entry);
      this.entry = null;
    } else if (place === 'multistatus/response/href') entry.href = text.trim();
    else if (place === 'multistatus/response/status') entry.status = parseStatus(text);
    else if (place === 'multistatus/response/propstat/status') properties.status = parseStatus(text);
    else if (place === 'multistatus/response/propstat/prop/getcontentlength')
      properties.size = parseSize(text);
    else if (place === 'multistatus/response/propstat/prop/getlastmodified')
      properties.modifiedAt = parseTime(text);
    else if (place === 'multistatus/response/propstat' && isGood(properties.status)) {
      entry.isFolder ||= properties.isFolder;
      entry.size ??= properties.size;
      entry.modifiedAt ??= properties.modifiedAt;
    }
  }
}

/**
 * Reads the body of a `207 Multi-Status` (RFC 4918, 13): any prefixes, statuses of each file and of its properties. Null
 * if it is something else or does not end as it must: a part of a listing would look like a listing of fewer files.
 */
export function parseMultistatus(xml: string): DavEntry[] | null {
  const reader = new MultistatusReader();
  readMarkup(
    xml,
    () => ({
      onOpen: (name) => reader.open(name),
      onText: (text) => reader.add(text),
      onClose: (_name, _depth, isImplied) => reader.close(isImplied),
    }),
    xmlOptions,
  );
  return reader.isWhole ? reader.entries : null;
}
