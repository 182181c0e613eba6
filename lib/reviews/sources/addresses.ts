/** An http or https address as a whole one, seen from `base`; null for any other, and for one with a password in it. */
export function parseHttpUrl(text: string, base?: string): string | null {
  if (text.length > 2000 || !URL.canParse(text, base)) return null;
  const url = new URL(text, base);
  if (!/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') return null;
  return url.href;
}

/** The match pattern of all addresses on the host of one. Ports have no part in patterns. */
export function formatOriginPattern(url: string): string {
  const { protocol, hostname } = new URL(url);
  return `${protocol}//${hostname}/*`;
}
