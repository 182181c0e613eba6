import { answerMessages } from '../../lib/messaging/page-messages.ts';
import { watchPage } from './read/page-changes.ts';
import type { ScriptLife } from './script-life.ts';
import { beginVisit } from './visit.ts';

/**
 * Reads the page in idle slices, requests its films from the background, those near the window first, and mounts their
 * badges. Follows the page as it grows, changes its route or is restored. Removes everything when its life ends.
 */
export function annotatePage(life: ScriptLife): void {
  if (!(document instanceof HTMLDocument) && document.contentType !== 'application/xhtml+xml') return;
  const { signal } = life;
  if ((document as { prerendering?: boolean }).prerendering) {
    // The background would not know the tab yet.
    const options = { once: true, signal };
    return document.addEventListener('prerenderingchange', () => annotatePage(life), options);
  }
  annotateDocument(life);
}

/** Does so for the contents that the document has now. A page may replace them, and all listeners with them. */
function annotateDocument(life: ScriptLife): void {
  const contents = new AbortController();
  const { signal } = contents;
  life.signal.addEventListener('abort', () => contents.abort(), { signal });
  // After an update the old script can no longer reach the background, so there is nothing to report.
  const onSilence = () => void life.isInvalid;
  const watch = watchPage(
    {
      onTouch: (touched, removed) => visit.touch(touched, removed),
      onChange(roots) {
        if (!life.isInvalid) visit.read(roots);
      },
      onRoute() {
        visit.end();
        visit = beginVisit(watch, onSilence);
      },
      onReturn: () => void visit.refresh(),
      onReplaced() {
        contents.abort();
        if (!life.isInvalid) annotateDocument(life);
      },
    },
    signal,
  );
  let visit = beginVisit(watch, onSilence);
  answerMessages({ readTab: () => visit.describe(), logChanged: () => visit.refresh() }, signal);
  signal.addEventListener('abort', () => visit.end());
}
