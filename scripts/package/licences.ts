// The licence texts for the package: of the libraries that are actually bundled, and of the sources of the built-in
// film data. They are written to `licences.txt` next to the manifest.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';
import type { Wxt } from 'wxt';
import * as v from 'valibot';
import { dataFolder } from '../catalogue/built-in-catalogue.ts';

/** The fields of an installed package's `package.json` that are used here. */
interface PackageFacts {
  name: string;
  version: string;
  license?: string;
  author?: string | { name: string };
  repository?: string | { url: string };
}

/** The file with the texts, relative to the built extension. */
const licencesPath = 'licences.txt';

const root = join(import.meta.dirname, '..', '..');

/** The copyright lines of packages without a licence file, copied from their repositories. */
const copyrightLines: Record<string, string> = {
  '@wxt-dev/browser': 'Copyright (c) 2023 Aaron',
  '@wxt-dev/storage': 'Copyright (c) 2023 Aaron',
  wxt: 'Copyright (c) 2023 Aaron',
};

/** The bundlers' own small modules, which have no path. */
const bundlers = /^\0(vite|rolldown)\//;

/** Returns the name of a module's package; null for the project's own modules. */
export function findPackage(moduleId: string): string | null {
  const [, path] = /.*\/node_modules\/(.+)$/.exec(moduleId.replaceAll('\\', '/')) ?? [];
  if (path === undefined) return bundlers.exec(moduleId)?.[1] ?? null;
  return path
    .split('/')
    .slice(0, path.startsWith('@') ? 2 : 1)
    .join('/');
}

const bundled = new Set<string>();

/** A plugin that records the packages in a bundle. Every build whose output is shipped must have it. */
export function recordBundledPackages(): Plugin {
  return {
    name: 'marquee:bundled-packages',
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        for (const id of file.type === 'chunk' ? file.moduleIds : []) {
          const name = findPackage(id);
          if (name !== null) bundled.add(name);
        }
      }
    },
  };
}

/** WXT hook (`build:before`): clears the packages of an earlier build. */
export function forgetBundledPackages(): void {
  bundled.clear();
}

/** Between two texts. */
const line = `\n\n${'-'.repeat(80)}\n\n`;

/** WXT hook (`build:done`): writes the licence texts into the build. */
export function writeLicences(wxt: Wxt): void {
  writeFileSync(
    join(wxt.config.outDir, licencesPath),
    formatLicences(bundled, readFileSync(join(root, 'LICENSE'), 'utf8')) + formatDataLicences(),
  );
}

const sourcesSchema = v.object({
  sources: v.array(
    v.object({
      id: v.string(),
      name: v.string(),
      licence: v.string(),
      attribution: v.string(),
      origin: v.string(),
    }),
  ),
});

/** Returns the terms of each source of the film data, with the text of its licence if `data/licences` has it. */
function formatDataLicences(): string {
  const about: unknown = JSON.parse(readFileSync(join(dataFolder, 'about.json'), 'utf8'));
  const texts = v.parse(sourcesSchema, about).sources.map(({ id, name, licence, attribution, origin }) => {
    const file = join(dataFolder, 'licences', `${id}.txt`);
    const terms = existsSync(file) ? ['', readFileSync(file, 'utf8').trim()] : [];
    return [`${name} (${licence})`, `Source: ${origin}`, `Attribution: ${attribution}`, ...terms].join('\n');
  });
  const head = 'Film data: a selection of these sources, changed and joined';
  return `${line.trimStart()}${[head, ...texts].join(line)}\n`;
}

/** Returns one text: the project's licence, then that of each package. Throws if a licence text is missing. */
export function formatLicences(packages: Iterable<string>, ownLicence: string): string {
  const names = [...new Set(packages)].toSorted();
  const texts = names.map((name) => {
    const facts = readFacts(name);
    const source = readRepository(facts);
    const title = `${name} ${facts.version} (${facts.license ?? 'see below'})`;
    return [title, ...(source === null ? [] : [`Source: ${source}`]), '', readLicence(facts)].join('\n');
  });
  return `${[`Marquee\n\n${ownLicence.trim()}`, ...texts].join(line)}\n`;
}

function readFacts(name: string): PackageFacts {
  return JSON.parse(readFileSync(join(findFolder(name), 'package.json'), 'utf8')) as PackageFacts;
}

function findFolder(name: string): string {
  const folder = join(root, 'node_modules', name);
  if (!existsSync(folder)) throw new Error(`The bundled package ${name} is not in ${dirname(folder)}.`);
  return folder;
}

function readRepository({ repository }: PackageFacts): string | null {
  const url = typeof repository === 'object' ? repository.url : repository;
  return url === undefined ? null : url.replace(/^(git\+)?\w+:\/\//, 'https://').replace(/\.git$/, '');
}

/** Returns the package's licence file, or else the text of the licence that it names. */
function readLicence({ name, license }: PackageFacts): string {
  const folder = findFolder(name);
  const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)(\.(md|txt))?$/i.test(entry));
  if (file !== undefined) return takeOwnPart(readFileSync(join(folder, file), 'utf8'));
  const template = join(import.meta.dirname, `${(license ?? 'no-licence').toLowerCase()}.txt`);
  const copyright = copyrightLines[name];
  if (copyright === undefined || !existsSync(template))
    throw new Error(
      `${name} has no licence file (${license ?? 'no licence named'}): add its copyright line to scripts/package/licences.ts` +
        ` and, if it is missing, the licence's text as ${template}.`,
    );
  return `${copyright}\n\n${readFileSync(template, 'utf8').trim()}`;
}

/** Cuts off the licences of a bundler's own libraries, which are not shipped. */
function takeOwnPart(text: string): string {
  return (text.split(/^#+ (?:licenses of bundled dependencies|third[- ]party)/im)[0] ?? text).trim();
}
