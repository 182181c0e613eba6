import { batch, signal } from '@preact/signals';
import type { SyncQuestion } from '../../components/settings/sync/JoinQuestion.tsx';
import type { SyncSetUpRequest } from '../../components/settings/sync/sync-draft.ts';
import { t } from '../../lib/i18n/messages.ts';
import { sendMessage } from '../../lib/messaging/messages.ts';
import type { RemoteCheck } from '../../lib/messaging/sync-protocol.ts';
import { openLogForReading } from '../../lib/watchlog/queries/reading.ts';
import { allowPlace, chooseFolder } from './sync-place.ts';

/** Runs an action and says what it returns; undefined says nothing. */
export type RunAction = (task: () => Promise<string | undefined>) => Promise<void>;

/** How many films and entries the log of this device has. */
async function countOwn(): Promise<SyncQuestion['own']> {
  const reader = openLogForReading();
  try {
    const state = await reader.read((db) => db.get('meta', 'state'));
    return { films: state?.counts.films.live ?? 0, entries: state?.counts.entries.live ?? 0 };
  } finally {
    reader.close();
  }
}

/** A place that was checked, and what is asked about it before sync begins; null if it can begin at once. */
async function findQuestion(
  check: RemoteCheck,
  passphrase: string | null,
): Promise<SyncQuestion | 'begin' | null> {
  if (check.state === 'fault' || check.state === 'sealed') return null;
  if (check.state === 'empty') return 'begin';
  const isPassphraseUnused = check.state === 'open' && passphrase !== null;
  if (!check.hasOwn && !isPassphraseUnused) return 'begin';
  return { state: check.state, own: check.hasOwn ? await countOwn() : null, isPassphraseUnused };
}

/** Creates the state of setting up sync, and its actions. `onBegun`: the first pass begins. */
export function createBeginning(run: RunAction, onBegun: () => void) {
  const found = signal<RemoteCheck | 'declined' | null>(null);
  const syncQuestion = signal<SyncQuestion | null>(null);
  const folder = signal<string | null>(null);
  let request: SyncSetUpRequest | null = null;

  const begin = async (): Promise<string | undefined> => {
    const check = found.value;
    syncQuestion.value = null;
    if (request === null || check === null || check === 'declined') return undefined;
    // The background makes a backup first where two logs become one.
    const passphrase = check.state === 'open' ? null : request.passphrase;
    const answer = await sendMessage('beginSync', { ...request, passphrase });
    found.value = answer.ok ? null : { state: 'fault', fault: answer.fault, status: answer.status };
    if (answer.ok) onBegun();
    return answer.ok ? t(check.state === 'empty' ? 'syncFoundEmpty' : 'syncFoundLog') : undefined;
  };
  return {
    found,
    syncQuestion,
    folder,
    /** Must be called in a click: the browser asks which folder. */
    chooseFirstFolder: () =>
      run(async () => {
        folder.value = (await chooseFolder()) ?? folder.value;
        return undefined;
      }),
    /** Must be called in a click: the browser asks for the permission of that address alone. */
    checkPlace: (wanted: SyncSetUpRequest): Promise<void> => {
      const granting = allowPlace(wanted.location);
      request = wanted;
      found.value = null;
      return run(async () => {
        if (!(await granting)) {
          found.value = 'declined';
          return undefined;
        }
        const { location, passphrase } = wanted;
        const check = await sendMessage('checkRemote', { location, passphrase });
        const question = await findQuestion(check, passphrase);
        batch(() => {
          found.value = check;
          syncQuestion.value = question === 'begin' ? null : question;
        });
        return question === 'begin' ? begin() : undefined;
      });
    },
    /** Begins after the question was answered with yes. */
    beginSync: () => run(begin),
    forgetCheck: (): void => {
      batch(() => {
        found.value = null;
        syncQuestion.value = null;
      });
    },
  };
}
