import { expect, test } from 'vitest';
import { decodeBody } from './decode-body.ts';

const ascii = (text: string): number[] => [...text].map((one) => one.charCodeAt(0));
const bytes = (...parts: (string | number[])[]): Uint8Array =>
  new Uint8Array(parts.flatMap((part) => (typeof part === 'string' ? ascii(part) : part)));
const utf16 = (text: string, isLittle: boolean): number[] =>
  ascii(text).flatMap((unit) => (isLittle ? [unit, 0] : [0, unit]));
const declaration = '<?xml version="1.0" encoding="windows-1251"?>';

test.each<[what: string, body: Uint8Array, contentType: string, text: string]>([
  [
    'the byte order mark, whatever the header says',
    bytes([0xff, 0xfe], utf16('<a/>', true)),
    'text/xml; charset=utf-8',
    '<a/>',
  ],
  ['UTF-16 without a mark', bytes(utf16('<?xml?>', false)), '', '<?xml?>'],
  ['UTF-32', bytes([0xff, 0xfe, 0, 0, 0x41, 0, 0, 0]), '', 'A'],
  [
    'the header before the declaration',
    bytes(declaration, [0xe9]),
    'text/xml; charset="iso-8859-1"',
    `${declaration}é`,
  ],
  ['the declaration', bytes(declaration, [0xc0]), 'text/xml', `${declaration}А`],
  [
    'the declaration, where the bytes are not what the header says',
    bytes(declaration, [0xc0]),
    'text/xml; charset=utf-8',
    `${declaration}А`,
  ],
  [
    'the declaration of a page',
    bytes('<meta charset=koi8-r>', [0xe1]),
    'text/html',
    '<meta charset=koi8-r>А',
  ],
  ['UTF-8 without any', bytes([0xc3, 0xa9]), '', 'é'],
  [
    'UTF-8 for a declaration of UTF-16 in ASCII',
    bytes('<?xml version="1.0" encoding="utf-16"?>', [0xc3, 0xa9]),
    '',
    '<?xml version="1.0" encoding="utf-16"?>é',
  ],
  ['UTF-8 for an unknown name', bytes([0xc3, 0xa9]), 'text/xml; charset=no-such', 'é'],
  ['what fits best where nothing fits', bytes('a', [0xff], 'b'), 'text/xml; charset=utf-8', 'a\ufffdb'],
])('decodes by %s', (_what, body, contentType, text) => {
  expect(decodeBody(body, contentType)).toBe(text);
});
