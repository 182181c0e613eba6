import type { ShownPoster } from '../../../lib/detect/poster/types.ts';
import { coverHeight, maxCoverLength } from '../../../lib/messaging/cover-protocol.ts';

/** The lines at the edge of a poster that are left out, in CSS pixels: a frame, or a rounded corner of the page. */
const edge = 1;

/**
 * Cuts a poster out of the picture of its tab and makes it 300 px high. Returns the address of its data; null if that is too
 * long.
 */
export async function cropPicture(screen: string, { box, view }: ShownPoster): Promise<string | null> {
  const image = new Image();
  image.src = screen;
  await image.decode();
  const scale = image.naturalWidth / view.width;
  const [width, height] = [box.width - 2 * edge, box.height - 2 * edge];
  const canvas = document.createElement('canvas');
  canvas.height = coverHeight;
  canvas.width = Math.round((coverHeight * width) / height);
  const pen = canvas.getContext('2d');
  if (!pen) return null;
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(
    image,
    ...([(box.x + edge) * scale, (box.y + edge) * scale, width * scale, height * scale] as const),
    ...([0, 0, canvas.width, canvas.height] as const),
  );
  const address = canvas.toDataURL('image/webp', 0.85);
  return address.length <= maxCoverLength ? address : null;
}
