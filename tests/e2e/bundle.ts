// Bundles a script of the tests for a page, with Vite.
import preact from '@preact/preset-vite';
import { build } from 'vite';

/** Returns one classic script with the entry and everything it imports. */
export async function bundleForPage(entry: string, name: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [preact()],
    build: { write: false, minify: true, target: 'es2022', lib: { entry, formats: ['iife'], name } },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (!output || !('output' in output)) throw new Error(`Vite did not bundle ${entry}.`);
  return output.output[0].code;
}
