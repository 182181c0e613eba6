import { findTheme } from '../../components/badge/page-theme.ts';
import { followScheme } from '../../components/ui/page/follow-scheme.ts';
import { useEffect, useRef } from 'preact/hooks';
import { mountBadge } from '../../components/badge/badge.ts';
import badgeCss from '../../components/badge/badge.css?inline';
import { drawDetails } from '../../components/badge/details.ts';
import detailsCss from '../../components/badge/details.css?inline';
import type { BadgeView } from '../../lib/messaging/types.ts';

interface LiveBadgeProps {
  state: BadgeView;
  onRateOrLog: () => void;
}

/** A badge as on film pages, with its details, in its own shadow root. */
export function LiveBadge({ state, onRateOrLog }: LiveBadgeProps) {
  const host = useRef<HTMLSpanElement>(null);
  const act = useRef(onRateOrLog);
  useEffect(() => {
    act.current = onRateOrLog;
  }, [onRateOrLog]);
  useEffect(() => {
    const span = host.current;
    if (span === null) return;
    const root = span.shadowRoot ?? span.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(badgeCss + detailsCss);
    root.adoptedStyleSheets = [sheet];
    const badge = mountBadge(root, state, {
      theme: findTheme(span),
      onRateOrLog: () => act.current(),
      loadDetails: () => drawDetails,
    });
    const unfollow = followScheme(() => badge.setTheme(findTheme(span)));
    return () => {
      unfollow();
      badge.remove();
    };
  }, [state]);
  return <span ref={host} />;
}
