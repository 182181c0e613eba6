import { useEffect, useRef, useState } from 'preact/hooks';

/** Characters and words without which a text has no formatting, so that the libraries are not loaded for it. */
const mayBeFormatted = /[*_<>[~]|https?:/;

/**
 * A text with the formatting of Markdown and of Letterboxd's HTML: bold, italics, links, quotes and line breaks. Until the
 * libraries are loaded, and where they fail, the text is shown as it is.
 */
export function FormattedText({ text, class: className }: { text: string; class: string }) {
  const element = useRef<HTMLDivElement>(null);
  const [formattedText, setFormattedText] = useState<string | null>(null);
  useEffect(() => {
    let isCurrent = true;
    if (!mayBeFormatted.test(text)) return;
    import('./format-review.ts').then(
      ({ formatReview }) => {
        const formatted = isCurrent ? formatReview(text) : null;
        if (formatted === null) return;
        element.current?.replaceChildren(formatted);
        setFormattedText(text);
      },
      () => undefined,
    );
    return () => void (isCurrent = false);
  }, [text]);
  // The key makes a new element for another text: what the libraries put into this one is not Preact's.
  return (
    <div key={text} ref={element} class={`${className} ${formattedText === text ? 'formatted' : ''}`}>
      {text}
    </div>
  );
}
