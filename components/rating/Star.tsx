const whole =
  'M12 2.600l2.900 6 6.500.9-4.700 4.600 1.100 6.500L12 17.500l-5.800 3.100 1.100-6.500L2.600 9.500l6.500-.9z';
const leftHalf = 'M12 2.600v14.900l-5.800 3.100 1.100-6.500L2.600 9.500l6.500-.9z';

/** One star, filled not at all, by half or whole. */
export function Star({ fill }: { fill: 0 | 1 | 2 }) {
  return (
    <svg class="star" viewBox="0 0 24 24" aria-hidden="true">
      <path class="star-empty" d={whole} />
      {fill > 0 && <path class="star-filled" d={fill === 2 ? whole : leftHalf} />}
    </svg>
  );
}

/** How much of each of five stars is filled by a number of half stars. */
export function StarRow({ halves }: { halves: number }) {
  return [0, 1, 2, 3, 4].map((star) => (
    <Star key={star} fill={halves >= star * 2 + 2 ? 2 : halves === star * 2 + 1 ? 1 : 0} />
  ));
}
