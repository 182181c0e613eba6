import type { CalendarDay } from '../../../lib/stats/calendar.ts';

/** The contents of a year's picture, with all texts and figures formatted. */
export interface YearPicture {
  heading: string;
  signature: string;
  figures: { label: string; value: string }[];
  bestLabel: string;
  best: { title: string; stars: string }[];
  daysLabel: string;
  /** What the four colours of the days mean, from no entry on, and the words before them. */
  legendLabel: string;
  legend: string[];
  days: CalendarDay[];
  ratingsLabel: string;
  /** Ten numbers, from half a star to five. */
  ratings: number[];
  facts: { label: string; value: string }[];
}

/** In px: the portrait format (4 to 5) common for shared pictures. */
export const yearPictureSize = { width: 1080, height: 1350 };

const paper = '#fbf9f5';
const ink = '#1c1917';
const faint = '#6b645f';
const line = '#e7e2da';
const amber = '#f0a500';
const amberEdge = '#b97700';
const wash = '#f0ebe2';
const serif = 'ui-serif, Georgia, "Times New Roman", serif';
const sans = 'ui-sans-serif, system-ui, "Segoe UI", sans-serif';
const margin = 80;
const right = yearPictureSize.width - margin;

const smallestShare = 0.66;

type Pen = CanvasRenderingContext2D;

interface TextStyle {
  font: string;
  colour?: string;
  align?: CanvasTextAlign;
  /** In px. A longer text is set smaller, down to two thirds, and then cut with an ellipsis. */
  maxWidth?: number;
}

function write(
  pen: Pen,
  text: string,
  x: number,
  y: number,
  { font, colour = ink, align = 'left', maxWidth }: TextStyle,
): void {
  pen.font = font;
  const share = maxWidth === undefined ? 1 : maxWidth / pen.measureText(text).width;
  if (share < 1) {
    const smaller = Math.max(share, smallestShare);
    pen.font = font.replace(/(\d+)px/, (_whole, size: string) => `${Math.floor(Number(size) * smaller)}px`);
  }
  pen.fillStyle = colour;
  pen.textAlign = align;
  let shown = text;
  while (maxWidth !== undefined && shown.length > 1 && pen.measureText(shown).width > maxWidth) {
    shown = `${shown.replace(/…$/, '').slice(0, -1)}…`;
  }
  pen.fillText(shown, x, y);
}

const label = (pen: Pen, text: string, x: number, y: number): void =>
  write(pen, text.toUpperCase(), x, y, { font: `600 20px ${sans}`, colour: faint });

function rule(pen: Pen, y: number): void {
  pen.fillStyle = line;
  pen.fillRect(margin, y, right - margin, 2);
}

function drawFigures(pen: Pen, figures: YearPicture['figures'], y: number): void {
  const width = (right - margin) / figures.length;
  figures.forEach(({ label: words, value }, at) => {
    const x = margin + at * width;
    write(pen, value, x, y, { font: `700 64px ${serif}`, maxWidth: width - 16 });
    write(pen, words, x, y + 38, { font: `400 25px ${sans}`, colour: faint, maxWidth: width - 16 });
  });
}

const colourOf = (entryCount: number): string => [wash, '#fcd675', amber][entryCount] ?? amberEdge;

function drawDays(pen: Pen, days: CalendarDay[], y: number): void {
  const weeks = (days.at(-1)?.week ?? 52) + 1;
  const step = (right - margin) / weeks;
  for (const { entryCount, week, weekday } of days) {
    pen.fillStyle = colourOf(entryCount);
    pen.beginPath();
    pen.roundRect(margin + week * step, y + weekday * step, step - 3, step - 3, 3);
    pen.fill();
  }
}

/** Draws what the colours of the days mean, from the right edge to the left, on the line of the heading. */
function drawLegend(pen: Pen, { legend, legendLabel }: YearPicture, y: number): void {
  const style: TextStyle = { font: `400 20px ${sans}`, colour: faint, align: 'right' };
  let x = right;
  for (const [at, words] of [...legend.entries()].reverse()) {
    write(pen, words, x, y, style);
    x -= pen.measureText(words).width + 26;
    pen.fillStyle = colourOf(at);
    pen.beginPath();
    pen.roundRect(x, y - 16, 18, 18, 3);
    pen.fill();
    x -= 16;
  }
  write(pen, legendLabel, x, y, style);
}

function drawRatings(
  pen: Pen,
  ratings: number[],
  box: { x: number; y: number; width: number; height: number },
): void {
  const most = Math.max(1, ...ratings);
  const step = box.width / ratings.length;
  ratings.forEach((count, at) => {
    const height = Math.max(3, (count / most) * box.height);
    pen.fillStyle = count === 0 ? wash : amber;
    pen.beginPath();
    pen.roundRect(box.x + at * step, box.y + box.height - height, step - 8, height, [5, 5, 0, 0]);
    pen.fill();
  });
}

function drawBest(pen: Pen, { bestLabel, best }: YearPicture, y: number): void {
  label(pen, bestLabel, margin, y);
  best.forEach(({ title, stars }, at) => {
    const top = y + 50 + at * 50;
    write(pen, title, margin, top, { font: `600 32px ${serif}`, maxWidth: 400 });
    write(pen, `★ ${stars}`, margin + 500, top, {
      font: `600 28px ${sans}`,
      colour: amberEdge,
      align: 'right',
    });
  });
}

function drawFacts(pen: Pen, facts: YearPicture['facts'], y: number): void {
  const width = (right - margin) / 3;
  facts.slice(0, 6).forEach(({ label: words, value }, at) => {
    const x = margin + (at % 3) * width;
    const top = y + Math.floor(at / 3) * 92;
    write(pen, words, x, top, { font: `400 22px ${sans}`, colour: faint, maxWidth: width - 20 });
    write(pen, value, x, top + 36, { font: `600 28px ${serif}`, maxWidth: width - 20 });
  });
}

/** Draws the picture of a year on a canvas of `yearPictureSize`. */
export function drawYear(pen: Pen, picture: YearPicture): void {
  const { width, height } = yearPictureSize;
  pen.fillStyle = paper;
  pen.fillRect(0, 0, width, height);
  write(pen, picture.heading, margin, 148, { font: `700 72px ${serif}`, maxWidth: right - margin });
  drawFigures(pen, picture.figures, 268);
  rule(pen, 348);
  label(pen, picture.daysLabel, margin, 400);
  drawLegend(pen, picture, 400);
  drawDays(pen, picture.days, 424);
  rule(pen, 596);
  drawBest(pen, picture, 650);
  label(pen, picture.ratingsLabel, margin + 560, 650);
  drawRatings(pen, picture.ratings, { x: margin + 560, y: 676, width: right - margin - 560, height: 222 });
  rule(pen, 950);
  drawFacts(pen, picture.facts, 1010);
  rule(pen, 1222);
  write(pen, picture.signature, right, 1286, { font: `700 30px ${serif}`, colour: faint, align: 'right' });
}
