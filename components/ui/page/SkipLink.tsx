import { t } from '../../../lib/i18n/messages.ts';

/** The first stop of Tab on a page with a navigation: leads past it. Visible while it has the focus. */
export function SkipLink({ onSkip }: { onSkip: () => void }) {
  return (
    <a
      class="skip"
      href="#main"
      onClick={(event) => {
        // The fragment is the address of a view or a section.
        event.preventDefault();
        onSkip();
      }}
    >
      {t('skipToContent')}
    </a>
  );
}
