import { readFile, writeFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';

/** Draws `public/icon/*.png` from the SVG files in that folder. Usage: node scripts/draw-icons.ts PATH-OF-CHROMIUM */
const [executablePath = '/usr/bin/chromium'] = process.argv.slice(2);
const folder = new URL('../public/icon/', import.meta.url);
const sizes = { 16: 'marquee-small', 32: 'marquee-small', 48: 'marquee', 96: 'marquee', 128: 'marquee' };

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage();
for (const [text, name] of Object.entries(sizes)) {
  const size = Number(text);
  const svg = await readFile(new URL(`${name}.svg`, folder), 'base64');
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<body style="margin:0"><img width="${size}" height="${size}" src="data:image/svg+xml;base64,${svg}">`,
  );
  await page.locator('img').evaluate((image: HTMLImageElement) => image.decode());
  await writeFile(new URL(`${size}.png`, folder), await page.screenshot({ omitBackground: true }));
}
await browser.close();
