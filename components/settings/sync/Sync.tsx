import { useState } from 'preact/hooks';
import { t } from '../../../lib/i18n/messages.ts';
import type { SyncState } from '../../../lib/messaging/sync-protocol.ts';
import { StatusLine, type Status } from '../../ui/StatusLine.tsx';
import { useKeptFocus } from '../../ui/use-kept-focus.ts';
import { JoinQuestion, type SyncQuestion } from './JoinQuestion.tsx';
import { KindCards, type ChosenKind } from './KindCards.tsx';
import { StopQuestion } from './LeaveQuestions.tsx';
import { SetUpForm, type SetUpProps } from './SetUpForm.tsx';
import { SyncAtPlace, type OpenForm, type PlaceActions } from './SyncAtPlace.tsx';
import { SyncFaultCard } from './SyncFaultCard.tsx';

export interface SyncProps extends PlaceActions, Omit<SetUpProps, 'onChooseFolder'> {
  /** Null while it is loading. */
  state: SyncState | null;
  /** Why it could not be loaded, or null. */
  fault: string | null;
  /** The result of the last action. */
  status: Status | null;
  /** Milliseconds since 1970. */
  now: number;
  /** Whether the browser lets extensions use folders. */
  hasFolders: boolean;
  /** What is asked before sync begins, or null. */
  question: SyncQuestion | null;
  /** Answers the question with yes. */
  onBegin: () => void;
  /** Answers it with no. */
  onCloseQuestion: () => void;
  onStop: () => void;
}

/** Why the last sync failed, while none is on its way. */
function Fault({ state, ...props }: SyncProps & { state: SyncState; onEnterPassword: () => void }) {
  const { location, failure, busy } = state;
  if (location === null || failure === null || busy !== null) return null;
  return <SyncFaultCard {...props} state={state} failure={failure} kind={location.kind} />;
}

function Parts({ state, ...props }: SyncProps & { state: SyncState }) {
  const [picked, setPicked] = useState<ChosenKind>('off');
  // What was chosen instead of what is set up: it is asked whether sync is to end.
  const [asked, setAsked] = useState<ChosenKind | null>(null);
  const [open, setOpen] = useState<OpenForm>(null);
  const { location } = state;
  const chosen = asked ?? location?.kind ?? picked;
  const choose = (kind: ChosenKind): void => {
    props.onEdit();
    if (location === null) setPicked(kind);
    else if (kind !== location.kind) setAsked(kind);
  };
  return (
    <>
      <Fault {...props} state={state} onEnterPassword={() => setOpen('password')} />
      {location === null && <p class="muted">{t('syncWhat')}</p>}
      <KindCards chosen={chosen} hasFolders={props.hasFolders} onChoose={choose} />
      {location !== null && (
        <SyncAtPlace
          {...props}
          {...{ state, location, open }}
          onOpen={setOpen}
          onStop={() => setAsked('off')}
          onRemove={() => {
            setPicked('off');
            props.onRemove();
          }}
        />
      )}
      {location === null && chosen === 'off' && <p class="muted">{t('syncOnceOnly')}</p>}
      {location === null && chosen !== 'off' && <SetUpForm {...props} key={chosen} kind={chosen} />}
      {asked !== null && (
        <StopQuestion
          waiting={state.waiting}
          onConfirm={() => {
            setPicked(asked);
            setAsked(null);
            props.onStop();
          }}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  );
}

/** One log on several devices: where it is synced, how that goes, and how to set it up and leave it. */
export function Sync({ state, ...props }: SyncProps) {
  const section = useKeptFocus<HTMLElement>();
  return (
    <section class="card sync" ref={section} tabIndex={-1} aria-labelledby="sync">
      <h2 id="sync" class="title">
        {t('optionsSync')}
      </h2>
      {props.fault !== null && <p class="failed">{props.fault}</p>}
      {state !== null && <Parts {...props} state={state} />}
      {props.question !== null && (
        <JoinQuestion question={props.question} onBegin={props.onBegin} onClose={props.onCloseQuestion} />
      )}
      {/* There is nothing to undo: what sync brought is undone in the log. */}
      <StatusLine status={props.status} onUndo={() => undefined} />
    </section>
  );
}
