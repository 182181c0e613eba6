/** How many of the first bytes are searched for a declaration of the encoding. */
const headLength = 1024;

const byteOrderMarks: [mark: number[], encoding: string][] = [
  [[0xff, 0xfe, 0, 0], 'utf-32le'],
  [[0, 0, 0xfe, 0xff], 'utf-32be'],
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
  // Without a mark: "<?" or "<r" in two or four bytes a character (XML 1.0, appendix F).
  [[0x3c, 0, 0, 0], 'utf-32le'],
  [[0, 0, 0, 0x3c], 'utf-32be'],
  [[0x3c, 0], 'utf-16le'],
  [[0, 0x3c], 'utf-16be'],
];

/** The encodings that a document names, most reliable first: by its first bytes, its header, and its declaration. */
function listEncodings(bytes: Uint8Array, contentType: string): string[] {
  const marked = byteOrderMarks.find(([mark]) => mark.every((byte, at) => bytes[at] === byte))?.[1];
  if (marked !== undefined) return [marked];
  const stated = /charset\s*=\s*["']?([\w:.-]{1,40})/i.exec(contentType)?.[1];
  const head = String.fromCharCode(...bytes.slice(0, headLength));
  const declared =
    /^\s*<\?xml[^>]{1,150}encoding\s*=\s*["']([\w:.-]{1,40})/.exec(head)?.[1] ??
    /<meta\s[^>]{0,200}charset\s*=\s*["']?([\w:.-]{1,40})/i.exec(head)?.[1];
  // A document whose declaration can be read in ASCII is not in UTF-16 or UTF-32.
  return [stated, declared, 'utf-8'].flatMap((name) =>
    name === undefined || /^(?:utf|ucs|iso-10646)-?(?:16|32|2|4)/i.test(name) ? [] : name,
  );
}

function decodeUtf32(bytes: Uint8Array, isLittle: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const point = view.getUint32(at, isLittle);
    if (point !== 0xfeff || at > 0) parts.push(point > 0x10ffff ? '\ufffd' : String.fromCodePoint(point));
  }
  return parts.join('');
}

function decodeAs(bytes: Uint8Array, encoding: string, fatal: boolean): string | null {
  if (encoding.startsWith('utf-32')) return decodeUtf32(bytes, encoding === 'utf-32le');
  try {
    return new TextDecoder(encoding, { fatal }).decode(bytes);
  } catch {
    // The encoding is unknown, or the bytes are not in it.
    return null;
  }
}

/**
 * The text of a body by the encoding that its first bytes, its `Content-Type` or its declaration names, or UTF-8. Where
 * the bytes do not fit the first of them, the next that they fit.
 */
export function decodeBody(bytes: Uint8Array, contentType: string): string {
  const encodings = listEncodings(bytes, contentType);
  for (const fatal of [true, false]) {
    for (const encoding of encodings) {
      const text = decodeAs(bytes, encoding, fatal);
      if (text !== null) return text;
    }
  }
  return new TextDecoder().decode(bytes);
}
