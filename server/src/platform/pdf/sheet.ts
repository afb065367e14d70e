import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';

/**
 * An A4 sheet to write text and tables on, tagged for screen readers (ISO 32000 §14.8): everything that is read lies in
 * a structure element, everything that only decorates or repeats (rules, bands, repeated table heads, footers) is an
 * artifact.
 *
 * Font: Noto Sans (SIL Open Font License 1.1), embedded as a subset. It covers Latin, Greek, Cyrillic and Devanagari,
 * which is more than the character set of SEPA payments; its figures are tabular by default.
 */

export type Weight = 'regular' | 'bold';
export interface TextStyle {
  weight: Weight;
  sizePt: number;
  color: string;
}
export interface StyledLine {
  text: string;
  style: TextStyle;
}
const fontFiles = createRequire(import.meta.url);
const fontData: Record<Weight, Buffer> = {
  regular: readFileSync(fontFiles.resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf')),
  bold: readFileSync(fontFiles.resolve('@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf')),
};

const marginPt = 50;
const footerPt = 60;
/** Of the font size, from one baseline to the next. */
const lineHeight = 1.36;
const ruleColor = '#c9ced6';
export const paleBand = '#eef1f5';
/** No printed field needs more; the cut keeps a hostile purpose of megabytes from costing time. */
const longestText = 600;

export type Sheet = ReturnType<typeof openSheet>;

/** The part of pdfkit's font object that says which characters a font has; pdfkit's types leave it out. */
interface FontCoverage {
  _font: { font: { hasGlyphForCodePoint: (codePoint: number) => boolean } };
}

/**
 * Opens a sheet.
 * @param input.createdAt becomes the creation date and seeds the file id: the same input gives the same bytes.
 */
export function openSheet(input: { title: string; author: string; lang: string; createdAt: Date }) {
  const doc = new PDFDocument({
    size: 'A4',
    margin: 0,
    bufferPages: true,
    pdfVersion: '1.7',
    tagged: true,
    lang: input.lang,
    displayTitle: true,
    info: { Title: input.title, Author: input.author, Creator: 'Kontor', CreationDate: input.createdAt },
  });
  const chunks: Buffer[] = [];
  const done = new Promise<Buffer>((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
  for (const weight of ['bold', 'regular'] as const) doc.registerFont(weight, fontData[weight]).font(weight);
  const { font } = (doc as unknown as FontCoverage)._font;
  const root = doc.struct('Document');
  doc.addStructure(root);
  return {
    doc,
    root,
    done,
    /** Where the next block starts, from the top of the page. */
    yPt: marginPt,
    leftPt: marginPt,
    widthPt: doc.page.width - 2 * marginPt,
    bottomPt: doc.page.height - footerPt,
    hasGlyph: (character: string) => font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0),
    /** Set once a character had to be replaced, so that the document can say so. */
    replacedCharacters: false,
  };
}

/**
 * Text as the sheet can print it: one line, control and invisible characters removed, and each character the font lacks
 * replaced by its compatibility form (Unicode NFKC, such as `Ａ` to `A`), else by U+FFFD.
 */
function printable(sheet: Sheet, text: string): string {
  const plain = text
    .slice(0, longestText)
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\p{Default_Ignorable_Code_Point}\p{Bidi_Control}]/gu, '')
    .trim();
  let result = '';
  for (const character of plain) {
    const compatible = sheet.hasGlyph(character) ? character : character.normalize('NFKC');
    if ([...compatible].every(sheet.hasGlyph)) {
      result += compatible;
    } else {
      result += '\uFFFD';
      sheet.replacedCharacters = true;
    }
  }
  return result;
}

function widthOf(sheet: Sheet, text: string, style: TextStyle): number {
  return sheet.doc.font(style.weight).fontSize(style.sizePt).widthOfString(text);
}

/** The longest beginning of `text` that fits, with `suffix` behind it; cuts between characters, never inside one. */
function cutToWidth(sheet: Sheet, text: string, style: TextStyle, widthPt: number, suffix: string): string {
  const characters = [...text];
  let fits = 0;
  let tooLong = characters.length + 1;
  while (tooLong - fits > 1) {
    const middle = (fits + tooLong) >> 1;
    if (widthOf(sheet, characters.slice(0, middle).join('') + suffix, style) <= widthPt) fits = middle;
    else tooLong = middle;
  }
  return characters.slice(0, fits).join('');
}

/** Breaks text into at most `maxLines` lines of a width; what does not fit ends in an ellipsis. Empty text has no line. */
export function fitLines(sheet: Sheet, text: string, style: TextStyle, widthPt: number, maxLines = 1): StyledLine[] {
  const lines: string[] = [];
  let rest = printable(sheet, text);
  while (rest !== '') {
    if (widthOf(sheet, rest, style) <= widthPt) {
      lines.push(rest);
      break;
    }
    if (lines.length === maxLines - 1) {
      lines.push(`${cutToWidth(sheet, rest, style, widthPt, '…').trimEnd()}…`);
      break;
    }
    const piece = cutToWidth(sheet, rest, style, widthPt, '') || [...rest].slice(0, 1).join('');
    const space = rest[piece.length] === ' ' ? piece.length : piece.lastIndexOf(' ');
    const end = space > 0 ? space : piece.length;
    lines.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  return lines.map((line) => ({ text: line, style }));
}

/** Draws one line at a place; the caller says in which structure element. */
export function drawLine(
  sheet: Sheet,
  line: StyledLine,
  xPt: number,
  yPt: number,
  widthPt: number,
  align: 'left' | 'right',
) {
  const shift = align === 'right' ? widthPt - widthOf(sheet, line.text, line.style) : 0;
  sheet.doc.font(line.style.weight).fontSize(line.style.sizePt).fillColor(line.style.color);
  sheet.doc.text(line.text, xPt + shift, yPt, { lineBreak: false });
}

/** Draws something that carries no content of its own. */
export function drawArtifact(sheet: Sheet, type: 'Layout' | 'Pagination', draw: () => void) {
  sheet.doc.markContent('Artifact', { type });
  draw();
  sheet.doc.endMarkedContent();
}

/** Goes to a new page unless `heightPt` is left on this one; says whether it did. */
export function ensureSpace(sheet: Sheet, heightPt: number): boolean {
  if (sheet.yPt + heightPt <= sheet.bottomPt) return false;
  sheet.doc.addPage();
  sheet.yPt = marginPt;
  return true;
}

export function lineHeightPt(style: TextStyle): number {
  return style.sizePt * lineHeight;
}

/** Writes lines as one tagged block (`H1` to `H3`, `P`) at the sheet's position, or at a place of its own. */
export function writeBlock(
  sheet: Sheet,
  tag: 'H1' | 'H2' | 'H3' | 'P',
  lines: StyledLine[],
  place?: { xPt: number; yPt: number; widthPt: number; align: 'left' | 'right' },
) {
  if (lines.length === 0) return;
  const at = place ?? { xPt: sheet.leftPt, yPt: sheet.yPt, widthPt: sheet.widthPt, align: 'left' };
  let y = at.yPt;
  sheet.root.add(
    sheet.doc.struct(tag, {}, () => {
      for (const line of lines) {
        drawLine(sheet, line, at.xPt, y, at.widthPt, at.align);
        y += lineHeightPt(line.style);
      }
    }),
  );
  if (!place) sheet.yPt = y;
}

/** A filled rectangle or, with a height of 0, a rule; decoration only. */
export function drawBand(sheet: Sheet, xPt: number, yPt: number, widthPt: number, heightPt: number, color = paleBand) {
  drawArtifact(sheet, 'Layout', () => {
    if (heightPt > 0) sheet.doc.rect(xPt, yPt, widthPt, heightPt).fill(color);
    else
      sheet.doc
        .moveTo(xPt, yPt)
        .lineTo(xPt + widthPt, yPt)
        .lineWidth(0.5)
        .stroke(ruleColor);
  });
}

/** Writes the footer of every page and closes the document. */
export function closeSheet(
  sheet: Sheet,
  footer: (page: number, pageCount: number) => { left: string; right: string },
  style: TextStyle,
): Promise<Buffer> {
  const { count } = sheet.doc.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    sheet.doc.switchToPage(page);
    const { left, right } = footer(page + 1, count);
    const y = sheet.bottomPt + 20;
    drawBand(sheet, sheet.leftPt, y - 6, sheet.widthPt, 0);
    drawArtifact(sheet, 'Pagination', () => {
      drawLine(sheet, { text: right, style }, sheet.leftPt, y, sheet.widthPt, 'right');
      const [line] = fitLines(sheet, left, style, sheet.widthPt - widthOf(sheet, right, style) - 20);
      if (line) drawLine(sheet, line, sheet.leftPt, y, sheet.widthPt, 'left');
    });
  }
  sheet.root.end();
  sheet.doc.end();
  return sheet.done;
}
