import { t } from '../../../lib/i18n/messages.ts';
import { Button } from '../../ui/Button.tsx';
import { useKeptFocus } from '../../ui/use-kept-focus.ts';

interface AllowedHostsProps {
  /** Match patterns; `*://*` + `/*` means every site. */
  patterns: string[];
  onRevoke: (pattern: string) => void;
}

const everySite = '*://*/*';
const formatPattern = (pattern: string): string =>
  pattern === everySite ? t('accessEverySiteName') : pattern.slice('*://'.length, -'/*'.length);

/** The sites that the user lets Marquee read without a click, each with a button that revokes the permission. */
export function AllowedHosts({ patterns, onRevoke }: AllowedHostsProps) {
  const part = useKeptFocus<HTMLElement>();
  return (
    <section class="card" ref={part} tabIndex={-1} aria-labelledby="always-sites">
      <h3 id="always-sites" class="title">
        {t('optionsAllowedSites')}
      </h3>
      <p class="muted">{t(patterns.length === 0 ? 'optionsAllowedSitesNone' : 'optionsAllowedSitesWhat')}</p>
      <ul>
        {patterns.map((pattern) => (
          <li key={pattern} class="site-row">
            <span>{formatPattern(pattern)}</span>
            <Button name={t('accessStopSite', formatPattern(pattern))} onClick={() => onRevoke(pattern)}>
              {t('accessStop')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
