/** A page, with its address if that matters. */
export interface Sample {
  html: string;
  url?: string;
}

/** The page with other class names and ids, and each element's attributes in another order. */
export function shuffle({ html, url }: Sample, seed: number): Sample {
  let state = seed;
  const next = (): number => (state = (Math.imul(state, 1103515245) + 12345) >>> 0);
  const rename = (value: string): string => value.replace(/[^\s]+/g, () => `n${next().toString(36)}`);
  return {
    ...(url !== undefined && { url }),
    html: html.replace(/<([a-z]\w*)((?:\s+[a-z-]+="[^"]*")+)/g, (_tag, name: string, list: string) => {
      const attributes = [...list.matchAll(/([a-z-]+)="([^"]*)"/g)].map(([, key = '', value = '']) =>
        key === 'class' || key === 'id' ? `${key}="${rename(value)}"` : `${key}="${value}"`,
      );
      const from = next() % attributes.length;
      return `<${name} ${[...attributes.slice(from), ...attributes.slice(0, from)].join(' ')}`;
    }),
  };
}
