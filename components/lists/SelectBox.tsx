import { t } from '../../lib/i18n/messages.ts';

interface SelectBoxProps {
  /** Of what is selected. */
  title: string;
  selected: boolean;
  onSelect: () => void;
}

/** The box by which a line is taken into the selection. */
export function SelectBox({ title, selected, onSelect }: SelectBoxProps) {
  return (
    <label class="select-box">
      <span class="hidden-text">{t('logSelectOne', title)}</span>
      <input type="checkbox" checked={selected} onChange={onSelect} />
    </label>
  );
}
