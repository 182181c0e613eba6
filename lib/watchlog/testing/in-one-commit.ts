import type { Command } from '../store/commit.ts';

/**
 * Combines commands in one commit: all happen or none, and one undo reverts them. Returns a film only if all
 * agree.
 */
export function inOneCommit(commands: readonly Command[]): Command {
  return async (commit) => {
    const films = new Set<string | null>();
    for (const command of commands) films.add(await command(commit));
    const [only = null] = films;
    return films.size === 1 ? only : null;
  };
}
