/**
 * Resolves an http or https address against `base`; null for other addresses and for those with a user name or
 * password.
 */
export function parseHttpUrl(text: string, base?: string): string | null {
  if (text.length > 2000 || !URL.canParse(text, base)) return null;
  const url = new URL(text, base);
  if (!/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') return null;
  return url.href;
}

/** The match pattern for all addresses on the host of an address. Match patterns have no port. */
export function formatOriginPattern(url: string): string {
  const { protocol, hostname } = new URL(url);
  return `${protocol}//${hostname}/*`;
}
