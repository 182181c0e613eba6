import { useId, useRef, useState } from 'preact/hooks';
import { Button } from '../../ui/Button.tsx';

interface AddressFormProps {
  label: string;
  action: string;
  example: string;
  isBusy: boolean;
  /** Called inside the click handler, with an address that begins with http or https. */
  onSubmit: (url: string) => void;
}

/** Returns the typed address, with https if it has no scheme; null if it is not an address. */
export function parseAddress(typed: string): string | null {
  const text = typed.trim();
  const full = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  if (text === '' || /\s/.test(text) || !URL.canParse(full)) return null;
  const { hostname, href } = new URL(full);
  return hostname.includes('.') || hostname === 'localhost' ? href : null;
}

/** A field for the address of a site or catalogue, with a button. */
export function AddressForm({ label, action, example, isBusy, onSubmit }: AddressFormProps) {
  const [typed, setTyped] = useState('');
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const address = parseAddress(typed);
  return (
    <form
      class="address"
      onSubmit={(event) => {
        event.preventDefault();
        if (address === null) return;
        onSubmit(address);
        setTyped('');
        // The button is disabled now, which would lose the focus.
        field.current?.focus();
      }}
    >
      <label class="field" for={id}>
        {label}
      </label>
      <input
        id={id}
        ref={field}
        class="input"
        type="text"
        inputMode="url"
        autocomplete="off"
        spellcheck={false}
        maxLength={2000}
        placeholder={example}
        value={typed}
        onInput={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      <Button type="submit" disabled={address === null} busy={isBusy}>
        {action}
      </Button>
    </form>
  );
}
