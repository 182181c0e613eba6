/** Calls back after the next frame is painted. Returns a function that cancels the callback. */
export function waitForPaint(onPainted: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => (timer = setTimeout(onPainted)));
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
