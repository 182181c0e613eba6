// Builds the extension for one browser.
// Usage: node scripts/build.ts [chrome|firefox]
import { build } from 'wxt';

const targets = ['chrome', 'firefox'] as const;
export type Target = (typeof targets)[number];

/** Builds for one browser. Resolves to the folder that it wrote. */
export async function buildExtension(target: Target): Promise<string> {
  await build({ browser: target, manifestVersion: 3, mode: 'production' });
  return `.output/${target}-mv3`;
}

if (process.argv[1]?.endsWith('build.ts')) {
  const wanted = process.argv[2] ?? 'chrome';
  const target = targets.find((known) => known === wanted);
  if (!target) throw new Error(`There is no target ${wanted}: use ${targets.join(' or ')}.`);
  console.log(`Built ${await buildExtension(target)}`);
}
