import { effect } from '@preact/signals';
import { planInSteps } from '../../../lib/transfer/plan/plan-import.ts';
import { runInSlices } from '../state/yield-to-main.ts';
import type { ImportModel } from './import-model.ts';

/** Keeps the plan up to date with the files and the decisions. */
export interface Planning {
  /** Resolves when the plan matches the newest decisions. */
  isDone: () => Promise<void>;
  stop: () => void;
}

/**
 * Plans in slices that do not block typing and scrolling, and plans again after each decision. The old plan stays until
 * the new one is ready, unless its files are no longer chosen.
 */
export function registerPlanning(model: ImportModel): Planning {
  let control = new AbortController();
  let planning: Promise<void> = Promise.resolve();
  const stop = effect(() => {
    const [reading, log] = [model.reading.value, model.log.value];
    const [matches, decisions, policy] = [model.matches.value, model.decisions.value, model.policy.value];
    control.abort();
    const { signal } = (control = new AbortController());
    if (reading === null || reading.log !== null || log === null) {
      model.plan.value = null;
      planning = Promise.resolve();
      return;
    }
    planning = runInSlices(planInSteps(reading, { log, matches, decisions, policy }), signal).then((plan) => {
      if (plan !== null) model.plan.value = plan;
    });
  });
  const isDone = async (): Promise<void> => {
    for (let last: Promise<void> | null = null; last !== planning;) {
      last = planning;
      await last;
    }
  };
  return { isDone, stop: () => (control.abort(), stop()) };
}
