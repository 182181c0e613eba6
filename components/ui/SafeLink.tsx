import type { ComponentChildren } from 'preact';

interface SafeLinkProps {
  /** An address from outside. Only http and https addresses become a link. */
  url: string | null;
  children: ComponentChildren;
}

/** A link to another site in a new tab, or plain text if the address cannot be trusted. */
export function SafeLink({ url, children }: SafeLinkProps) {
  if (url === null || !/^https?:\/\//i.test(url)) return <>{children}</>;
  return (
    <a href={url} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}
