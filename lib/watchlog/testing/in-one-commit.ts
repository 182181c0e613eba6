import type { Command } from '../store/commit.ts';

/** Many commands as one: all of them happen, or none, and one undo takes all back. Answers a film only if all agree. */
export function inOneCommit(commands: readonly Command[]): Command {
  return async (commit) => {
    const films = new Set<string | null>();
    for (const command of commands) films.add(await command(commit));
    const [only = null] = films;
    return films.size === 1 ? only : null;
  };
}
