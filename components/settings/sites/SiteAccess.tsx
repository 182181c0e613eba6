import { t } from '../../../lib/i18n/messages.ts';
import { Button } from '../../ui/Button.tsx';

interface SiteAccessProps {
  access: 'known' | 'site' | 'everywhere' | 'once' | null;
  onSite: () => void;
  onEverySite: () => void;
  onTakeBack: () => void;
}

/** What Marquee may read on the site of this page, and how to allow more or less. Nothing on a site it knows. */
export function SiteAccess({ access, onSite, onEverySite, onTakeBack }: SiteAccessProps) {
  if (access === null || access === 'known') return null;
  return (
    <section class="block" aria-labelledby="site-access">
      <h2 id="site-access" class="label">
        {t('accessHeading')}
      </h2>
      {access === 'once' ? (
        <>
          <p class="muted">{t('accessOnce')}</p>
          <p class="site-actions">
            <Button onClick={onSite}>{t('accessSite')}</Button>
            <Button onClick={onEverySite}>{t('accessEverySite')}</Button>
          </p>
        </>
      ) : (
        <>
          <p class="muted">{t(access === 'site' ? 'accessSiteGranted' : 'accessEverySiteGranted')}</p>
          <Button onClick={onTakeBack}>{t('accessStop')}</Button>
        </>
      )}
    </section>
  );
}
