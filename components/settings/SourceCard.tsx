import type { ComponentChildren } from 'preact';
import { formatNumber, t, tCount } from '../../lib/i18n/messages.ts';
import type { SourceOverview } from '../../lib/messaging/source-protocol.ts';
import { SourceTerms } from '../film/SourceTerms.tsx';
import { Button } from '../ui/Button.tsx';
import { Switch } from '../ui/Switch.tsx';
import { useKeptFocus } from '../ui/use-kept-focus.ts';
import { KeyField } from './KeyField.tsx';
import { formatSourceState, sourceFacts } from './source-words.ts';

export interface SourceActions {
  /** Called inside the click handler, as a permission request requires. */
  onSwitch: (source: SourceOverview, on: boolean) => void;
  onSetKey: (source: SourceOverview, key: string) => void;
  onRemoveKey: (source: SourceOverview) => void;
}

interface SourceCardProps extends SourceActions {
  source: SourceOverview;
  isBusy: boolean;
  /** The result of the last action, or null. */
  answer: string | null;
  /** What more there is to switch while the source is on. */
  children?: ComponentChildren;
}

function formatUse({ usedToday, leftToday }: SourceOverview): string {
  const used = tCount('sourceUsed', usedToday);
  return leftToday === null ? used : t('sourceUsedAndLeft', used, formatNumber(leftToday));
}

/** One service: what it provides, what Marquee sends to it, its switch, key and state, its use today and its terms. */
export function SourceCard({ source, isBusy, answer, children, ...on }: SourceCardProps) {
  const { id, name, state, needsKey } = source;
  const { gives, sends, keyUrl } = sourceFacts[id];
  const card = useKeptFocus<HTMLLIElement>();
  const isQuiet = !source.on || state === 'ok' || state === 'none' || state === 'not-asked';
  return (
    <li class="source" id={`source-${id}`} ref={card} tabIndex={-1} aria-label={name}>
      <Switch label={name} on={source.on} busy={isBusy} onChange={(wanted) => on.onSwitch(source, wanted)} />
      <p>{t(gives)}</p>
      <p class="muted">{t(sends)}</p>
      <p class={isQuiet ? 'state' : 'state needs'}>
        {formatSourceState(source)}
        {source.on && !source.hasPermission && (
          <Button onClick={() => on.onSwitch(source, true)}>{t('sourceAllow')}</Button>
        )}
      </p>
      {needsKey && (
        <KeyField
          name={name}
          hasKey={source.hasKey}
          keyUrl={keyUrl}
          isBusy={isBusy}
          answer={answer}
          onSet={(key) => on.onSetKey(source, key)}
          onRemove={() => on.onRemoveKey(source)}
        />
      )}
      {!needsKey && (
        <p class="said" role="status">
          {answer}
        </p>
      )}
      {source.on && children}
      <p class="muted">
        {formatUse(source)}
        {' · '}
        <SourceTerms source={id} />
      </p>
    </li>
  );
}
