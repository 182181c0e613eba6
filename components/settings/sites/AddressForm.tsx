import { useId, useRef, useState } from 'preact/hooks';
import { Button } from '../../ui/Button.tsx';

interface AddressFormProps {
  label: string;
  action: string;
  example: string;
  isBusy: boolean;
  /** Called in the click, with an address that begins with http or https. */
  onSubmit: (url: string) => void;
}

/** The address as typed, with https where nothing is said; null where it is none. */
export function parseAddress(typed: string): string | null {
  const text = typed.trim();
  const full = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  if (text === '' || /\s/.test(text) || !URL.canParse(full)) return null;
  const { hostname, href } = new URL(full);
  return hostname.includes('.') || hostname === 'localhost' ? href : null;
}

/** A field for the address of a site or catalogue, and what is done with it. */
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
        // The button has nothing to send any more: the focus must not go with it.
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
