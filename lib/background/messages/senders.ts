import * as v from 'valibot';
import { lazySchema } from '../../text/schemas.ts';
import { browser } from 'wxt/browser';

const senderSchema = lazySchema(() =>
  v.object({
    id: v.string(),
    url: v.string(),
    origin: v.nullish(v.string()),
    frameId: v.nullish(v.number()),
    tab: v.nullish(
      v.object({
        id: v.nullish(v.number()),
        windowId: v.nullish(v.number()),
        incognito: v.nullish(v.boolean()),
        active: v.nullish(v.boolean()),
      }),
    ),
    documentId: v.nullish(v.string()),
  }),
);
type Sender = v.InferOutput<typeof senderSchema>;

/** A tab's content script and its page. */
export interface ContentSender {
  tabId: number;
  windowId: number | null;
  /** The page's host with its port, as `location.host` gives it; empty for a file. */
  host: string;
  /** The page's address. */
  url: string;
  /** Whether the tab is in a private window. Nothing about its pages may be stored. */
  isPrivate: boolean;
  /** Identifies the document in its tab: the browser's id of it, or else its address. */
  page: string;
  /** Whether the tab is the one in front in its window. */
  isActive: boolean;
}

/** A message that is refused: from the wrong sender, malformed, or failed. The sender gets no details. */
export class MessageError extends Error {
  constructor(reason: 'refused' | 'malformed' | 'failed') {
    super(`message ${reason}`);
    this.name = 'MessageError';
  }
}

/** The sender, where it is this extension; null for any other. */
function parseOwnSender(value: unknown): Sender | null {
  const sender = v.safeParse(senderSchema, value);
  const isOwn = sender.success && sender.output.id === browser.runtime.id && URL.canParse(sender.output.url);
  return isOwn ? sender.output : null;
}

/** Scheme, host and port. Not `URL.origin`, which is "null" for the schemes of extensions outside of browsers. */
function originOf(url: string): string {
  const { protocol, host } = new URL(url);
  return `${protocol}//${host}`;
}

/** Whether a page of the extension itself sent the message. Content scripts have the address and origin of their page. */
export function isOwnPage(value: unknown): boolean {
  const sender = parseOwnSender(value);
  const ours = originOf(browser.runtime.getURL('/'));
  return sender !== null && originOf(sender.url) === ours && (sender.origin ?? ours) === ours;
}

/** The tab whose top frame's content script sent the message; null where it was anybody else. */
export function findContentSender(value: unknown): ContentSender | null {
  const sender = parseOwnSender(value);
  const tabId = sender?.tab?.id ?? null;
  if (!sender || tabId === null || sender.frameId !== 0) return null;
  const { protocol, host } = new URL(sender.url);
  if (!/^(?:https?|file):$/.test(protocol)) return null;
  const { tab, documentId, url } = sender;
  return {
    tabId,
    windowId: tab?.windowId ?? null,
    host,
    url,
    isPrivate: tab?.incognito === true,
    page: documentId ?? url,
    isActive: tab?.active === true,
  };
}
