import { storeWords } from '../ui/store-words.ts';
import { formatNumber, t } from '../../lib/i18n/messages.ts';
import type { MergePreview } from '../../lib/watchlog/imports/merge-preview.ts';
import type { LogStore } from '../../lib/watchlog/types.ts';

const stores = Object.keys(storeWords).filter((name): name is LogStore => name in storeWords);

/** The changes that a Marquee file would make, by kind of row. */
export function MergeTable({ preview }: { preview: MergePreview }) {
  return (
    <div class="table-frame">
      <table class="plan-table">
        <caption class="muted">{t('mergeHow')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('mergeRows')}</th>
            <th scope="col" class="end">
              {t('planAdded')}
            </th>
            <th scope="col" class="end">
              {t('planChanged')}
            </th>
            <th scope="col" class="end">
              {t('mergeDeleted')}
            </th>
            <th scope="col" class="end">
              {t('planUnchanged')}
            </th>
          </tr>
        </thead>
        <tbody>
          {stores.map((store) => {
            const { added, changed, deleted, same } = preview[store];
            if (added + changed + same === 0) return null;
            return (
              <tr key={store}>
                <th scope="row">{t(storeWords[store])}</th>
                <td class="number end">{formatNumber(added)}</td>
                <td class="number end">{formatNumber(changed)}</td>
                <td class="number end">{formatNumber(deleted)}</td>
                <td class="number end">{formatNumber(same)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
