/** Decodes the percent-escapes in a part of an address; returns it unchanged if they are malformed. */
export function decodePart(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
