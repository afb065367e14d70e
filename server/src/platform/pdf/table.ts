import {
  drawArtifact,
  drawBand,
  drawLine,
  ensureSpace,
  fitLines,
  lineHeightPt,
  paleBand,
  type Sheet,
  type StyledLine,
  type TextStyle,
} from './sheet.ts';

export interface Column {
  head: string;
  widthPt: number;
  align: 'left' | 'right';
}

export interface Row {
  /** One entry per column; each cell is a stack of lines that fit the column (see `innerWidthPt`). */
  cells: StyledLine[][];
  /** Colour filled behind the row; for sums. */
  band?: string;
}

const cellPaddingPt = 3.2;
const headStyle: TextStyle = { weight: 'bold', sizePt: 8, color: '#3b4656' };

/** The width that a cell's text may take in a column. */
export function innerWidthPt(column: Column): number {
  return column.widthPt - 2 * cellPaddingPt;
}

function rowHeightPt(row: Row): number {
  const heights = row.cells.map((cell) => cell.reduce((sum, line) => sum + lineHeightPt(line.style), 0));
  return Math.max(...heights, lineHeightPt(headStyle)) + 2 * cellPaddingPt;
}

/** One drawing function per line of a cell, so that each line can be an element of its own. */
function cellDrawings(sheet: Sheet, cell: StyledLine[], column: Column, xPt: number): (() => void)[] {
  let y = sheet.yPt + cellPaddingPt;
  return cell.map((line) => {
    const topPt = y;
    y += lineHeightPt(line.style);
    return () => drawLine(sheet, line, xPt + cellPaddingPt, topPt, innerWidthPt(column), column.align);
  });
}

/** Draws a row; `record` is its `TR` element, null for a repeated head, which screen readers skip. */
function drawRow(
  sheet: Sheet,
  columns: Column[],
  row: Row,
  cellTag: 'TH' | 'TD',
  record: PDFKit.PDFStructureElement | null,
) {
  const { doc } = sheet;
  const heightPt = rowHeightPt(row);
  if (row.band) drawBand(sheet, sheet.leftPt, sheet.yPt, sheet.widthPt, heightPt, row.band);
  let xPt = sheet.leftPt;
  columns.forEach((column, index) => {
    const drawings = cellDrawings(sheet, row.cells[index] ?? [], column, xPt);
    if (record) {
      // pdfkit writes `scope` (ISO 32000 table attribute), but its types do not know the option.
      const options = cellTag === 'TH' ? ({ scope: 'Column' } as object) : {};
      const lines = drawings.map((draw) => doc.struct('P', {}, draw));
      record.add(doc.struct(cellTag, options, lines));
    } else {
      for (const draw of drawings) drawArtifact(sheet, 'Pagination', draw);
    }
    xPt += column.widthPt;
  });
  sheet.yPt += heightPt;
  drawBand(sheet, sheet.leftPt, sheet.yPt, sheet.widthPt, 0);
}

/** Writes a table; a row never breaks across pages, and each further page repeats the head. */
export function writeTable(sheet: Sheet, columns: Column[], rows: Row[]) {
  const table = sheet.doc.struct('Table');
  sheet.root.add(table);
  const addRow = (row: Row, cellTag: 'TH' | 'TD') => {
    const record = sheet.doc.struct('TR');
    table.add(record);
    drawRow(sheet, columns, row, cellTag, record);
    record.end();
  };
  const head: Row = {
    band: paleBand,
    cells: columns.map((column) => fitLines(sheet, column.head, headStyle, innerWidthPt(column))),
  };
  ensureSpace(sheet, rowHeightPt(head) + (rows[0] ? rowHeightPt(rows[0]) : 0));
  addRow(head, 'TH');
  for (const row of rows) {
    if (ensureSpace(sheet, rowHeightPt(row))) drawRow(sheet, columns, head, 'TH', null);
    addRow(row, 'TD');
  }
  table.end();
}
