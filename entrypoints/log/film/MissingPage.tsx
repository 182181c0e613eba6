import type { ComponentChildren } from 'preact';

/** A page without a film or list: says so in a heading, with what can be done about it. */
export function MissingPage({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <section class="empty">
      <h1 class="title">{title}</h1>
      {children}
    </section>
  );
}
