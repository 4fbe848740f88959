import { stringify } from 'csv-stringify/sync';
import writeExcelFile from 'write-excel-file/node';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { choicesOf, columnName, importColumns } from '#lib/showroom/import-columns.ts';

const name = 'navet-demos';

/** The columns of a file of many demos, for any spreadsheet. */
export function templateAsValues(locale: Locale): Response {
  const heading = importColumns.map((column) => columnName(locale, column));
  const text = stringify([heading], { delimiter: ';', bom: true, escape_formulas: true });
  return answer(text, 'text/csv; charset=utf-8', 'csv');
}

/** The same as a workbook, with a second sheet of the words that can be used. */
export async function templateAsSheet(locale: Locale): Promise<Response> {
  const t = translator(locale, 'demoImport');
  const bold = (value: string) => ({ value, fontWeight: 'bold' as const });
  const chosen = importColumns
    .map((column) => [columnName(locale, column), choicesOf(locale, column)] as const)
    .filter(([, choices]) => choices.length > 0);
  const longest = Math.max(...chosen.map(([, choices]) => choices.length));
  const rows = Array.from({ length: longest }, (_, n) =>
    chosen.map(([, choices]) => ({ value: choices[n]?.word ?? '' })),
  );
  const wide = (count: number) => Array.from({ length: count }, () => ({ width: 28 }));
  const file = await writeExcelFile([
    {
      sheet: t('title').slice(0, 31),
      data: [importColumns.map((column) => bold(columnName(locale, column)))],
      columns: wide(importColumns.length),
      stickyRowsCount: 1,
    },
    {
      sheet: t('words').slice(0, 31),
      data: [chosen.map(([heading]) => bold(heading)), ...rows],
      columns: wide(chosen.length),
    },
  ]).toBuffer();
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return answer(file, type, 'xlsx');
}

function answer(body: string | Buffer, type: string, ending: string): Response {
  return new Response(typeof body === 'string' ? body : new Uint8Array(body), {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="${name}.${ending}"`,
      'Cache-Control': 'no-store',
    },
  });
}
