import { useEffect, useState } from 'preact/hooks';
import { t } from '../../../lib/i18n/messages.ts';
import { loadRatingCriteria, saveRatingCriteria } from '../../../lib/settings/rating-criteria.ts';

/** Returns the default criteria. */
const listDefaultCriteria = (): string[] => [
  t('criterionStory'),
  t('criterionActing'),
  t('criterionSound'),
  t('criterionEffects'),
];

/** Returns the names of the user's criteria, and a function that saves a further one. */
export function useCriteria(): { criteria: string[]; add: (name: string) => Promise<void> } {
  const [criteria, setCriteria] = useState<string[]>(listDefaultCriteria);
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
