// The layout and the responses of the sample site.

export interface SiteRequest {
  url: URL;
  headers: Record<string, string | string[] | undefined>;
}

export interface SiteResponse {
  status?: number;
  headers?: Record<string, string>;
  body: string | Uint8Array;
}

/** Answers a request for one host; null if it has no such page. */
export type Handler = (request: SiteRequest) => SiteResponse | null | Promise<SiteResponse | null>;

export interface PageParts {
  title: string;
  siteName: string;
  /** Links of the head line: text and address. */
  places: [text: string, href: string][];
  /** Markup for the head. */
  head?: string;
  main: string;
}

const style = `
:root { color-scheme: light dark; --paper: #f6f2ea; --ink: #211d18; --soft: #6d6459; --line: #ddd4c6; --lit: #b86e00; }
@media (prefers-color-scheme: dark) { :root { --paper: #191613; --ink: #f0e9dd; --soft: #a89d8d; --line: #38312a; --lit: #f0b04a; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 56rem; padding: 1.5rem 1.25rem 4rem; background: var(--paper); color: var(--ink);
  font: 16px/1.55 system-ui, sans-serif; }
header, footer { display: flex; flex-wrap: wrap; gap: .5rem 1.25rem; align-items: baseline; border-bottom: 1px solid var(--line);
  padding-bottom: .75rem; margin-bottom: 2rem; }
footer { border: 0; border-top: 1px solid var(--line); margin-top: 3rem; padding-top: .75rem; color: var(--soft); font-size: .8rem; }
nav { display: flex; flex-wrap: wrap; gap: .25rem 1rem; }
header strong { font: 600 1.2rem Georgia, serif; margin-inline-end: auto; }
a { color: inherit; text-decoration-color: var(--line); text-underline-offset: .2em; }
a:hover { text-decoration-color: var(--lit); }
h1 { font: 600 2.1rem/1.15 Georgia, serif; margin: 0 0 .4rem; }
h2 { font: 600 1.15rem Georgia, serif; margin: 2rem 0 .5rem; }
.soft { color: var(--soft); }
.rows { list-style: none; margin: 0; padding: 0; }
.rows li { display: grid; grid-template-columns: 2.25rem 1fr auto; gap: .9rem; align-items: center; padding: .5rem 0;
  border-bottom: 1px solid var(--line); min-height: 4rem; }
.rows h3 { font: 400 1.08rem Georgia, serif; margin: 0; }
.rows p { margin: 0; color: var(--soft); font-size: .85rem; }
.cover { width: 2.25rem; aspect-ratio: 2/3; border-radius: 3px; background: hsl(var(--hue) 42% 38%); color: #fff;
  font: 600 calc(.4rem * var(--fit))/1.2 Georgia, serif; padding: .15rem; overflow: hidden; }
.film { display: grid; grid-template-columns: 11rem 1fr; gap: 2rem; }
.film .cover { width: 11rem; font-size: calc(1.4rem * var(--fit)); padding: .9rem; border-radius: 6px; }
@media (max-width: 34rem) { .film { grid-template-columns: 1fr; } }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1.25rem; }
dt { color: var(--soft); } dd { margin: 0; }
.bar { display: block; height: .4rem; border-radius: .2rem; background: linear-gradient(var(--ink) 0 0) 0/var(--part) no-repeat var(--line); }
.scores { width: 100%; border-collapse: collapse; } .scores td, .scores th { padding: .3rem .5rem; text-align: start; font-weight: 400; }
.scores th, .scores td:last-child { width: 1%; white-space: nowrap; } .scores caption { text-align: start; }
.total { font: 600 2rem Georgia, serif; }
button { font: inherit; padding: .35rem .9rem; border: 1px solid var(--line); border-radius: 6px; background: none; color: inherit; }
`;

/** Returns text as HTML. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
}

/** Returns a script element with JSON-LD. */
export function formatJsonLd(data: unknown): string {
  return `<script type="application/ld+json">${JSON.stringify(data).replace(/</g, '\\u003c')}</script>`;
}

/** The number of letters that fit a cover's width at full size. */
const lettersThatFit = 7;

/** Returns a cover drawn from title and year. The font is small enough for the longest word. */
export function formatCover(title: string, year: number): string {
  const hue = [...`${title}${year}`].reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) % 360, 7);
  const longest = Math.max(...title.split(/\s+/).map(({ length }) => length));
  const fit = Math.min(1, lettersThatFit / longest).toFixed(2);
  return `<div class="cover" style="--hue: ${hue}; --fit: ${fit}" aria-hidden="true">${escapeHtml(title)}</div>`;
}

/** Returns a whole page. */
export function formatPage({ title, siteName, places, head = '', main }: PageParts): string {
  const links = places.map(([text, href]) => `<a href="${href}">${text}</a>`).join('\n');
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,">
<style>${style}</style>
${head}</head>
<body>
<header><strong>${siteName}</strong><nav>${links}</nav></header>
<main>${main}</main>
<footer>A made-up site to try Marquee on. It runs on this machine only, which also stands in for IMDb: its scores here are made up.</footer>
</body></html>`;
}

/** Returns a response with an HTML page. */
export function htmlResponse(body: string, status = 200): SiteResponse {
  return { status, headers: { 'content-type': 'text/html; charset=utf-8' }, body };
}

/** Returns a response with JSON. */
export function jsonResponse(data: unknown, headers: Record<string, string> = {}): SiteResponse {
  return {
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(data),
  };
}
