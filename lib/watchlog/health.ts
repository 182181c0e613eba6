import type { LogHealth } from './types.ts';

/** A log that can be written. */
export type WritableHealth = Extract<LogHealth, { state: 'ok' | 'incomplete' }>;

/** Whether the log can be written: all of it is there, or what the last restore could read. */
export function isWritable(health: LogHealth): health is WritableHealth {
  return health.state === 'ok' || health.state === 'incomplete';
}

/** Whether a writable log shows a notice that the user can dismiss. */
export function needsAnswer(health: WritableHealth): boolean {
  return health.state === 'incomplete' || health.older !== undefined;
}
