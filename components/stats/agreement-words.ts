import { t } from '../../lib/i18n/messages.ts';

/** Describes how far two people's ratings agree, by their correlation (-1 to 1). */
export function formatAgreement(correlation: number): string {
  if (correlation < 0.2) return t('agreementNone');
  if (correlation < 0.5) return t('agreementLittle');
  return t(correlation < 0.8 ? 'agreementOften' : 'agreementAlways');
}
