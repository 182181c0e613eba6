import { useContext } from 'preact/hooks';
import type { FilmRef } from '../../lib/films/types.ts';
import { hashFilm, layOutTitle } from './cover/cover-drawing.ts';
import { CoverPicturesContext } from './cover/cover-pictures.ts';

interface CoverProps {
  title: string;
  year: number | null;
  /** The film's ids, which find its picture. */
  refs?: readonly FilmRef[];
  /** True if the cover is too small for a readable year. */
  isSmall?: boolean;
  /** True where the title is not beside the cover: then the drawn cover has it. */
  hasTitle?: boolean;
  /** True for a film that merely passes: its picture is shown where it is kept, and never fetched. */
  isPassing?: boolean;
}

/** Faint shapes: a moon, a beam, hills, an arch, a curtain. */
const motifs = [
  'M46 88a24 24 0 100-48 24 24 0 000 48',
  'M60 30L10 90h50z',
  'M0 74q16-16 30-4t30-8v28H0z',
  'M14 90V66a16 16 0 0132 0v24z',
  'M6 40h6v50H6zM22 46h6v44h-6zM38 52h6v38h-6zM54 58h6v32h-6z',
];

function CoverTitle({ title }: { title: string }) {
  const { lines, size } = layOutTitle(title);
  return (
    <text font-size={size}>
      {lines.map((line, index) => (
        <tspan key={index} x="5.5" y={6 + size * (0.8 + index * 1.15)}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

/** The first letter or digit of a title. */
const findInitial = (title: string): string => /[\p{L}\p{N}]/u.exec(title)?.[0].toUpperCase() ?? '';

/** A cover drawn from title and year, with a hue derived from them. */
function DrawnCover({ title, year, isSmall = false, hasTitle = false }: CoverProps) {
  const hash = hashFilm(title, year);
  return (
    <svg class="cover" viewBox="0 0 60 90" style={{ '--hue': String(hash % 360) }} aria-hidden="true">
      <path class="motif" d={motifs[(hash >>> 9) % motifs.length]} />
      {hasTitle ? (
        <CoverTitle title={title} />
      ) : (
        <text class="cover-initial" x="30" y="50" font-size="34" text-anchor="middle">
          {findInitial(title)}
        </text>
      )}
      {year !== null && !isSmall && (
        <text class="cover-year" x="5.5" y="83.5" font-size="8">
          {year}
        </text>
      )}
    </svg>
  );
}

/** A film's cover: its picture, where there is one, else a drawing. Hidden from screen readers. */
export function Cover(props: CoverProps) {
  const { title, year, refs = [], isPassing = false } = props;
  const pictures = useContext(CoverPicturesContext);
  const film = { title, year, refs: [...refs] };
  const picture = (isPassing ? pictures?.findKept(film) : pictures?.find(film))?.value ?? null;
  return picture === null ? <DrawnCover {...props} /> : <img class="cover" src={picture} alt="" />;
}
