import type { ComponentChildren } from 'preact';

interface SafeLinkProps {
  /** An address from outside; only http and https ones become a link. */
  url: string | null;
  children: ComponentChildren;
}

/** A link to another site in a tab of its own, or the bare words where there is no address to trust. */
export function SafeLink({ url, children }: SafeLinkProps) {
  if (url === null || !/^https?:\/\//i.test(url)) return <>{children}</>;
  return (
    <a href={url} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}
