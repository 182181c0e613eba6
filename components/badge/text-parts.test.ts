import { beforeEach, expect, test } from 'vitest';
import { textParts } from './text-parts.ts';

const whole = 'Jaws (1975) before Alien (1979), and more';
let paragraph: HTMLElement;
let text: Text;
beforeEach(() => {
  paragraph = document.createElement('p');
  text = document.createTextNode(whole);
  paragraph.append(text);
});

/** Cuts after "Jaws (1975)" and "Alien (1979)", and puts a badge in each place. */
function cutTwice(): { badges: HTMLElement[]; second: Text } {
  const first = textParts.cut(text, 11);
  const second = textParts.cut(text, 31);
  const badges = [first, second].map((part) => {
    const badge = document.createElement('b');
    part?.after(badge);
    return badge;
  });
  if (!second) throw new Error('nothing was cut');
  return { badges, second };
}

test('cuts a text at each badge, and the text reads as before', () => {
  const { second } = cutTwice();
  expect(text.data).toBe('Jaws (1975)');
  expect(second.data).toBe(' before Alien (1979)');
  expect(textParts.read(text)).toBe(whole);
  expect(paragraph.textContent).toBe(whole);
});

test('does not cut at the end of the text, and returns null beyond it', () => {
  expect(textParts.cut(text, whole.length)).toBe(text);
  expect(paragraph.childNodes).toHaveLength(1);
  expect(textParts.cut(text, whole.length + 1)).toBeNull();
});

test('joins the text again when its badges are removed', () => {
  const { badges, second } = cutTwice();
  badges[0]?.remove();
  expect(textParts.join(text, 'Jaws (1975)', false)).toEqual({ gone: [second], isJoined: true });
  badges[1]?.remove();
  textParts.join(text, text.data, false);
  expect(paragraph.childNodes).toHaveLength(1);
  expect(text.data).toBe(whole);
});

test('removes the parts that were cut off when the page rewrites its text', () => {
  const { badges } = cutTwice();
  text.data = 'Another text';
  for (const badge of badges) badge.remove();
  expect(textParts.join(text, 'Jaws (1975)', false)).toMatchObject({ isJoined: false });
  expect(paragraph.textContent).toBe('Another text');
});

test('removes the parts that were cut off when the page removes its text', () => {
  const { badges } = cutTwice();
  text.remove();
  for (const badge of badges) badge.remove();
  textParts.join(text, 'Jaws (1975)', true);
  expect(paragraph.textContent).toBe('');
});

test('removes nothing when another script cuts or replaces the text', () => {
  const { badges } = cutTwice();
  const mark = document.createElement('mark');
  text.splitText(2).replaceWith(mark, 'ws (1975)');
  badges[0]?.remove();
  expect(textParts.join(text, 'Jaws (1975)', false)).toEqual({ gone: [], isJoined: false });
  expect(paragraph.textContent).toBe(whole);
});
