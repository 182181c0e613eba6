import { t } from '../../../lib/i18n/messages.ts';
import { Button } from '../../ui/Button.tsx';
import { useKeptFocus } from '../../ui/use-kept-focus.ts';

interface AlwaysSitesProps {
  /** Match patterns; `*://*` + `/*` stands for every site. */
  patterns: string[];
  onTakeBack: (pattern: string) => void;
}

const everySite = '*://*/*';
const formatPattern = (pattern: string): string =>
  pattern === everySite ? t('accessEverySiteName') : pattern.slice('*://'.length, -'/*'.length);

/** The sites that the user lets Marquee read by itself, each to be taken back. */
export function AllowedHosts({ patterns, onTakeBack }: AlwaysSitesProps) {
  const part = useKeptFocus<HTMLElement>();
  return (
    <section class="card" ref={part} tabIndex={-1} aria-labelledby="always-sites">
      <h2 id="always-sites" class="title">
        {t('optionsAllowedSites')}
      </h2>
      <p class="muted">{t(patterns.length === 0 ? 'optionsAllowedSitesNone' : 'optionsAllowedSitesWhat')}</p>
      <ul>
        {patterns.map((pattern) => (
          <li key={pattern} class="site-row">
            <span>{formatPattern(pattern)}</span>
            <Button name={t('accessStopSite', formatPattern(pattern))} onClick={() => onTakeBack(pattern)}>
              {t('accessStop')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
