/** A part of an address with its percent signs resolved; as it stands where they are broken. */
export function decodePart(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
