import { drawLine, ensureSpace, fitLines, lineHeightPt, type Sheet, type TextStyle } from './sheet.ts';

export interface ColumnSeries {
  label: string;
  color: string;
  /** One per place; null: there is none. */
  values: readonly (number | null)[];
}

export interface ColumnChart {
  /** What it shows, with its figures, for those who do not see it. */
  alt: string;
  /** Below the columns, one per place. */
  places: readonly string[];
  series: readonly ColumnSeries[];
  /** As the axis writes a value. */
  format: (value: number) => string;
}

const plotPt = 96;
const axisPt = 52;
const small: TextStyle = { weight: 'regular', sizePt: 7, color: '#5c6675' };
const ruleColor = '#c9ced6';

/** Draws columns from zero up and down, as one figure (ISO 32000 §14.8.4.5) with its words. */
export function writeColumnChart(sheet: Sheet, chart: ColumnChart) {
  ensureSpace(sheet, plotPt + 44);
  sheet.root.add(
    sheet.doc.struct('Figure', { alt: chart.alt }, () => {
      drawLegend(sheet, chart);
      drawPlot(sheet, chart);
    }),
  );
}

function drawLegend(sheet: Sheet, { series }: ColumnChart) {
  const { doc } = sheet;
  let x = sheet.leftPt + axisPt;
  for (const { label, color } of series) {
    doc.rect(x, sheet.yPt + 1.5, 6, 6).fill(color);
    const [line] = fitLines(sheet, label, small, 150);
    if (line) drawLine(sheet, line, x + 9, sheet.yPt, 150, 'left');
    x += 9 + doc.widthOfString(label) + 14;
  }
  sheet.yPt += lineHeightPt(small) + 6;
}

function drawPlot(sheet: Sheet, { places, series, format }: ColumnChart) {
  const { doc } = sheet;
  const values = series.flatMap((each) => each.values.filter((value) => value !== null));
  const high = Math.max(0, ...values);
  const low = Math.min(0, ...values);
  const unit = plotPt / (high - low || 1);
  const topPt = sheet.yPt;
  const left = sheet.leftPt + axisPt;
  const width = sheet.widthPt - axisPt;
  const rule = (value: number) => {
    const y = topPt + (high - value) * unit;
    doc
      .moveTo(left, y)
      .lineTo(left + width, y)
      .lineWidth(0.5)
      .stroke(ruleColor);
    const [line] = fitLines(sheet, format(value), small, axisPt - 6);
    if (line) drawLine(sheet, line, sheet.leftPt, y - 4, axisPt - 6, 'right');
  };
  for (const value of new Set([high, 0, low])) rule(value);
  const step = width / Math.max(1, places.length);
  const column = (step * 0.76) / Math.max(1, series.length);
  for (const [place, label] of places.entries()) {
    const from = left + place * step + step * 0.12;
    for (const [n, { values: own, color }] of series.entries()) {
      const value = own[place] ?? 0;
      const y = topPt + (high - Math.max(0, value)) * unit;
      if (value !== 0) doc.rect(from + n * column, y, column * 0.92, Math.abs(value) * unit).fill(color);
    }
    const [line] = fitLines(sheet, label, small, step);
    const shift = line ? (step - doc.font('regular').fontSize(small.sizePt).widthOfString(line.text)) / 2 : 0;
    if (line) drawLine(sheet, line, left + place * step + shift, topPt + plotPt + 4, step, 'left');
  }
  sheet.yPt = topPt + plotPt + 4 + lineHeightPt(small) + 6;
}
