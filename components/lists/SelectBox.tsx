import { t } from '../../lib/i18n/messages.ts';

interface SelectBoxProps {
  /** The title of the entry or film. */
  title: string;
  selected: boolean;
  onSelect: () => void;
}

/** The checkbox that selects a line. */
export function SelectBox({ title, selected, onSelect }: SelectBoxProps) {
  return (
    <label class="select-box">
      <span class="hidden-text">{t('logSelectOne', title)}</span>
      <input type="checkbox" checked={selected} onChange={onSelect} />
    </label>
  );
}
