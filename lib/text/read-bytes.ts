import { concatBytes } from './bytes.ts';

/**
 * The bytes of an answer, read piece by piece. Null as soon as more than `maxBytes` have come or are announced; the
 * transfer is then ended. What the stream itself throws (a broken or aborted one) comes through. `onPiece` is called with
 * the length of each piece.
 */
export async function readBytes(
  response: Response,
  maxBytes: number,
  onPiece: (length: number) => void = () => undefined,
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (response.body === null) return new Uint8Array();
  const reader = response.body.getReader();
  const refuse = async (): Promise<null> => {
    await reader.cancel().catch(() => undefined);
    return null;
  };
  if (Number(response.headers.get('content-length')) > maxBytes) return refuse();
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return concatBytes(pieces);
    length += value.length;
    if (length > maxBytes) return refuse();
    onPiece(value.length);
    pieces.push(value);
  }
}
