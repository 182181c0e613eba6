import { t } from '../../i18n/messages.ts';
import type { SourceScore } from '../../films/review-types.ts';
import { starterNote } from '../../catalogue/built-in.ts';

/** The scores with their notes in the user's language; a note that a catalogue's maker wrote stays as it is. */
export function localizeNotes(scores: SourceScore[]): SourceScore[] {
  return scores.map((score) =>
    score.note === starterNote ? { ...score, note: t('scoreNoteSample2010') } : score,
  );
}
