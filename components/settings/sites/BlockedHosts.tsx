import { t } from '../../../lib/i18n/messages.ts';
import { Button } from '../../ui/Button.tsx';
import { useKeptFocus } from '../../ui/use-kept-focus.ts';

interface BlockedHostsProps {
  sites: string[];
  onSwitchOn: (site: string) => void;
}

/** The sites on which badges are switched off, each with a button that switches them on. */
export function BlockedHosts({ sites, onSwitchOn }: BlockedHostsProps) {
  const part = useKeptFocus<HTMLElement>();
  return (
    <section class="card" ref={part} tabIndex={-1} aria-labelledby="off-sites">
      <h3 id="off-sites" class="title">
        {t('optionsBlockedSites')}
      </h3>
      {sites.length === 0 && <p class="muted">{t('optionsBlockedSitesNone')}</p>}
      <ul>
        {sites.map((site) => (
          <li key={site} class="site-row">
            <span>{site}</span>
            <Button name={t('optionsSwitchOnSite', site)} onClick={() => onSwitchOn(site)}>
              {t('optionsSwitchOn')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
