// The tests that `npm run mutate` runs against each mutant: those of the folders in MARQUEE_MUTATION_TESTS.
import { defineConfig } from 'vitest/config';
import config from './vitest.config.ts';

interface Project {
  test?: { name?: string };
}

const folders = process.env.MARQUEE_MUTATION_TESTS?.split(',') ?? ['lib'];
const projects = ((config.test?.projects ?? []) as Project[]).filter(({ test }) =>
  ['unit', 'dom'].includes(test?.name ?? ''),
);

/** A folder's tests belong to one project, as in vitest.config.ts. */
const isDom = (folder: string): boolean => /^(components|entrypoints|lib\/detect)\b/.test(folder);

export default defineConfig({
  ...config,
  test: {
    ...config.test,
    projects: projects.map((project) => ({
      ...project,
      test: {
        ...project.test,
        // A mutant in a constant is only seen by a module that is loaded again.
        isolate: true,
        include: folders
          .filter((folder) => isDom(folder) === (project.test?.name === 'dom'))
          .map((folder) => `${folder}/**/*.test.{ts,tsx}`),
      },
    })),
  },
});
