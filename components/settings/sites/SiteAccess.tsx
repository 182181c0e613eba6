import { t } from '../../../lib/i18n/messages.ts';
import { Button } from '../../ui/Button.tsx';

interface SiteAccessProps {
  access: 'known' | 'site' | 'everywhere' | 'once' | null;
  onSite: () => void;
  onEverySite: () => void;
  onRevoke: () => void;
}

/** What Marquee may read on this page's site, with buttons that allow more or less. Nothing on a site with built-in support. */
export function SiteAccess({ access, onSite, onEverySite, onRevoke }: SiteAccessProps) {
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
          <Button onClick={onRevoke}>{t('accessStop')}</Button>
        </>
      )}
    </section>
  );
}
