import { join } from 'node:path';
import PDFDocument from 'pdfkit';
import { formatLocales, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';

// Whole fonts: those that pages use come cut up by script, and every letter of a name must be there.
const fonts = join(process.cwd(), 'node_modules/@expo-google-fonts/inter');
const plain = join(fonts, '400Regular/Inter_400Regular.ttf');
const bold = join(fonts, '700Bold/Inter_700Bold.ttf');

type Doc = PDFKit.PDFDocument;
type Part = PDFKit.PDFStructureElement;

/** A part of a document: a heading by its level, a paragraph, or a list. */
export type Block =
  | { as: 1 | 2 | 3 | 'text' | 'strong'; text: string }
  | { as: 'list'; items: readonly string[] };

/**
 * A document as a PDF that can be read aloud (PDF/UA): headings, lists and language are marked. The first block is its
 * title.
 */
export async function pdfOf(
  locale: Locale,
  title: string,
  made: Date,
  blocks: readonly Block[],
): Promise<Buffer> {
  // The types know no PDF/UA yet, which the library itself writes.
  const options: object = {
    ...{ size: 'A4', margin: 56, bufferPages: true, font: plain },
    ...{ pdfVersion: '1.7', subset: 'PDF/UA', tagged: true, displayTitle: true },
    lang: formatLocales[locale],
    info: { Title: title, CreationDate: made },
  };
  const doc = new PDFDocument(options);
  doc.registerFont('plain', plain).registerFont('bold', bold);
  const parts: Buffer[] = [];
  doc.on('data', (part: Buffer) => parts.push(part));
  const whole = new Promise<void>((done) => doc.on('end', done));
  const root = doc.struct('Document');
  doc.addStructure(root);
  for (const block of blocks) write(doc, root, block);
  root.end();
  numberPages(doc, locale);
  doc.end();
  await whole;
  return Buffer.concat(parts);
}

function write(doc: Doc, root: Part, block: Block): void {
  if (block.as === 'list') list(doc, root, block.items);
  else if (block.as === 'text') paragraph(doc, root, block.text);
  else if (block.as === 'strong') paragraph(doc, root, block.text, 'bold');
  else heading(doc, root, block.as, block.text);
}

const sizes = { 1: 20, 2: 15, 3: 12 } as const;

function heading(doc: Doc, root: Part, level: 1 | 2 | 3, text: string): void {
  // A heading alone at the foot of a page would belong to nothing.
  if (doc.y > doc.page.height - 140) doc.addPage();
  doc.moveDown(level === 1 ? 0 : 0.8);
  root.add(
    doc.struct(`H${level}`, {}, () => {
      doc.font('bold').fontSize(sizes[level]).text(text);
    }),
  );
  doc.moveDown(0.3);
}

function paragraph(doc: Doc, root: Part, text: string, font = 'plain'): void {
  root.add(
    doc.struct('P', {}, () => {
      doc.font(font).fontSize(10.5).text(text, { lineGap: 2 });
    }),
  );
  doc.moveDown(0.2);
}

function list(doc: Doc, root: Part, items: readonly string[]): void {
  const all = doc.struct('L');
  root.add(all);
  for (const item of items) {
    const one = doc.struct('LI');
    all.add(one);
    one.add(
      doc.struct('LBody', {}, () => {
        doc.font('plain').fontSize(10.5).text(`– ${item}`, { lineGap: 2 });
      }),
    );
    one.end();
    doc.moveDown(0.2);
  }
  all.end();
}

/** For the eye alone: no part of what is read aloud. */
function numberPages(doc: Doc, locale: Locale): void {
  const { count } = doc.bufferedPageRange();
  const t = translator(locale, 'lists');
  for (let n = 0; n < count; n += 1) {
    doc.switchToPage(n);
    // Below the margin, where a text would otherwise begin a page of its own.
    doc.page.margins.bottom = 0;
    doc.markContent('Artifact', { type: 'Pagination' });
    const words = t('page', { page: n + 1, pages: count });
    const at = { width: doc.page.width - 112, align: 'right' } as const;
    doc
      .font('plain')
      .fontSize(9)
      .text(words, 56, doc.page.height - 40, at);
    doc.endMarkedContent();
  }
}
