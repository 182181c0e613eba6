import { hashFilm, layOutTitle } from './cover-drawing.ts';

interface CoverProps {
  title: string;
  year: number | null;
  /** True if the cover is too small for a readable year. */
  isSmall?: boolean;
}

/** Faint shapes behind the title: a moon, a beam, hills, an arch, a curtain. */
const motifs = [
  'M46 88a24 24 0 100-48 24 24 0 000 48',
  'M60 30L10 90h50z',
  'M0 74q16-16 30-4t30-8v28H0z',
  'M14 90V66a16 16 0 0132 0v24z',
  'M6 40h6v50H6zM22 46h6v44h-6zM38 52h6v38h-6zM54 58h6v32h-6z',
];

/** A cover drawn from title and year, with a hue derived from them. Hidden from screen readers. */
export function Cover({ title, year, isSmall = false }: CoverProps) {
  const hash = hashFilm(title, year);
  const { lines, size } = layOutTitle(title);
  return (
    <svg class="cover" viewBox="0 0 60 90" style={{ '--hue': String(hash % 360) }} aria-hidden="true">
      <path class="motif" d={motifs[(hash >>> 9) % motifs.length]} />
      <text font-size={size}>
        {lines.map((line, index) => (
          <tspan key={index} x="5.5" y={6 + size * (0.8 + index * 1.15)}>
            {line}
          </tspan>
        ))}
      </text>
      {year !== null && !isSmall && (
        <text class="cover-year" x="5.5" y="83.5" font-size="8">
          {year}
        </text>
      )}
    </svg>
  );
}
