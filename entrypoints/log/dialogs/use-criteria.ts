import { useEffect, useState } from 'preact/hooks';
import { t } from '../../../lib/i18n/messages.ts';
import { loadRatingCriteria, saveRatingCriteria } from '../../../lib/settings/rating-criteria.ts';

/** The criteria everybody begins with. */
const listFirstCriteria = (): string[] => [
  t('criterionStory'),
  t('criterionActing'),
  t('criterionSound'),
  t('criterionEffects'),
];

/** The user's own list of what is rated apart, and how it grows. */
export function useCriteria(): { criteria: string[]; add: (name: string) => Promise<void> } {
  const [criteria, setCriteria] = useState<string[]>(listFirstCriteria);
  useEffect(() => {
    void loadRatingCriteria().then((names) => names && setCriteria(names));
  }, []);
  const add = async (name: string): Promise<void> => {
    const next = [...new Set([...criteria, name])];
    await saveRatingCriteria(next);
    setCriteria(next);
  };
  return { criteria, add };
}
