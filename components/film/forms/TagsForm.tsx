import { useState } from 'preact/hooks';
import { t } from '../../../lib/i18n/messages.ts';
import { removeTags as takeOut } from '../../../lib/text/tags.ts';
import { Button } from '../../ui/Button.tsx';
import { parseTags } from './tags.ts';

interface TagsFormProps {
  tags: readonly string[];
  disabled: boolean;
  onSave: (change: { addTags: string[]; removeTags: string[] }) => void;
}

/** The form for the tags of a film, as opposed to those of its entries. */
export function TagsForm({ tags, disabled, onSave }: TagsFormProps) {
  const shown = tags.join(', ');
  const [text, setText] = useState(shown);
  const typed = parseTags(text);
  const change = {
    addTags: takeOut(typed, tags),
    removeTags: takeOut(tags, typed),
  };
  return (
    <form
      class="reason-form block"
      onSubmit={(event) => {
        event.preventDefault();
        onSave(change);
      }}
    >
      <label class="field">
        {t('filmTags')}
        <input
          class="input"
          value={text}
          disabled={disabled}
          aria-describedby="film-tags-how"
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
      </label>
      <Button type="submit" disabled={disabled || change.addTags.length + change.removeTags.length === 0}>
        {t('formSaveChanges')}
      </Button>
      <span id="film-tags-how" class="muted">
        {t('filmTagsHow')}
      </span>
    </form>
  );
}
