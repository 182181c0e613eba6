/** Calls back once the frame to come has been painted; answers how that is called off. */
export function waitForPaint(onPainted: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => (timer = setTimeout(onPainted)));
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
