let isPending = false;

/** Records that the user has pressed "Rate or log", a trusted event in our own shadow root. */
export function noteGesture(): void {
  isPending = true;
}

/** Whether the user has pressed it since the last call: one press opens one popup. The background asks. */
export function takeGesture(): boolean {
  const was = isPending;
  isPending = false;
  return was;
}
