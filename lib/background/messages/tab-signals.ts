/** A signal for each tab, aborted when the tab closes, to cancel requests for it. */
export function createTabSignals() {
  const controllers = new Map<number, AbortController>();
  return {
    /** The signal of a tab that is open. */
    of(tabId: number): AbortSignal {
      const controller = controllers.get(tabId) ?? new AbortController();
      controllers.set(tabId, controller);
      return controller.signal;
    },
    /** The tab is gone. */
    close(tabId: number): void {
      controllers.get(tabId)?.abort();
      controllers.delete(tabId);
    },
  };
}
