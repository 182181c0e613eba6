const whole = 'l2.9 6 6.5.9-4.7 4.6 1.1 6.5-5.8-3.1-5.8 3.1 1.1-6.5-4.7-4.6 6.5-.9z';
const leftHalf = 'v14.9l-5.8 3.1 1.1-6.5-4.7-4.6 6.5-.9z';
const stars = 5;

/** Returns a row of stars as one path: a page of a log shows hundreds. */
const drawStars = (count: number): string =>
  Array.from({ length: count }, (_, star) => `M${star * 24 + 12} 2.6${whole}`).join('');

const empty = drawStars(stars);
const filledBy = Array.from({ length: 2 * stars + 1 }, (_, halves) => {
  const full = Math.floor(halves / 2);
  return drawStars(full) + (halves % 2 === 1 ? `M${full * 24 + 12} 2.6${leftHalf}` : '');
});

/** Five stars, filled up to a number of half stars (0 to 10). */
export function StarRow({ halves }: { halves: number }) {
  return (
    <svg class="star-row" viewBox="0 0 120 24" aria-hidden="true">
      <path class="star-empty" d={empty} />
      {halves > 0 && <path class="star-filled" d={filledBy[halves] ?? ''} />}
    </svg>
  );
}
