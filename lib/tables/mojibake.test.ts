import { expect, test } from 'vitest';
import { decodeText } from './decode-text.ts';
import { repairMojibake } from './mojibake.ts';

test.each([
  ['AmÃ©lie', 'Amélie'],
  ['Ã€ bout de souffle', 'À bout de souffle'],
  ['Donâ€™t Look Now', 'Don’t Look Now'],
  ['Ð¡Ñ‚Ð°Ð»ÐºÐµÑ€', 'Сталкер'],
  ['æ—¥æœ¬', '日本'],
  ['20Â°C', '20°C'],
])('%s is repaired as %s', (text, wanted) => {
  expect(repairMojibake(text)).toBe(wanted);
});

test.each(['LE JOUR OÙ…', 'MAÇÃ»', '«À»', 'Żółć', 'İkİ', 'ÉÈÊ', 'Beyoncé™', '日本', 'naïve “É”'])(
  '%s stays',
  (text) => {
    expect(repairMojibake(text)).toBe(text);
  },
);

test('several certain places tell for the doubtful ones of the text, one for its line alone', () => {
  expect(repairMojibake('Å»ywot\nAmÃ©lie\nLÃ©on')).toBe('Żywot\nAmélie\nLéon');
  expect(repairMojibake('Å»ywot\nAmÃ©lie')).toBe('Å»ywot\nAmélie');
});

test('names of columns are repaired, too', () => {
  const bytes = new TextEncoder().encode('AnnÃ©e,RÃ©alisateur\n');
  expect(decodeText(bytes)).toBe('Année,Réalisateur\n');
});

test('Japanese with many signs is not read as Chinese', () => {
  // "評価,七人の侍,★★★★☆" in Shift JIS.
  const bytes = [
    0x95, 0x5d, 0x89, 0xbf, 0x2c, 0x8e, 0xb5, 0x90, 0x6c, 0x82, 0xcc, 0x8e, 0x98, 0x2c, 0x81, 0x9a, 0x81,
    0x9a, 0x81, 0x9a, 0x81, 0x9a, 0x81, 0x99,
  ];
  expect(decodeText(Uint8Array.from(bytes))).toBe('評価,七人の侍,★★★★☆');
});
