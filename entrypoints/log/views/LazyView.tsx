import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { formatError } from '../../../components/ui/error-words.ts';
import { t } from '../../../lib/i18n/messages.ts';
import type { LogPageState } from '../state/log-state.ts';

export interface ViewProps {
  state: LogPageState;
  canWrite: boolean;
}

/** A view whose code is loaded when it is first shown. */
export function LazyView({
  load,
  ...props
}: ViewProps & { load: () => Promise<FunctionComponent<ViewProps>> }) {
  const [loaded, setLoaded] = useState<{ View: FunctionComponent<ViewProps> } | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  useEffect(() => {
    let isCurrent = true;
    setLoaded(null);
    load().then(
      (View) => isCurrent && setLoaded({ View }),
      (error: unknown) => isCurrent && setFault(formatError(error)),
    );
    return () => void (isCurrent = false);
  }, [load]);
  if (fault !== null) return <p role="alert">{fault}</p>;
  return loaded ? <loaded.View {...props} /> : <p class="muted">{t('popupLoading')}</p>;
}
