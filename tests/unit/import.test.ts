import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { locales } from '#lib/platform/i18n/locales.ts';
import { sentence } from '#lib/platform/i18n/sentence.ts';
import { contentLimits, demoContent } from '#lib/showroom/content.ts';
import {
  choicesOf,
  columnName,
  columnOf,
  importColumns,
  valueNamed,
} from '#lib/showroom/import-columns.ts';
import { readRows } from '#lib/showroom/import-rows.ts';
import { mostRows, readTable } from '#lib/showroom/import-table.ts';

const heading = importColumns.map((column) => columnName('sv', column));
const row = (cells: Partial<Record<(typeof importColumns)[number], string>>) =>
  importColumns.map((column) => cells[column] ?? '');
const read = (...rows: string[][]) => readRows([heading, ...rows]) ?? expect.unreachable();
const tableOf = async (text: string | Buffer) => {
  const table = await readTable(Buffer.from(text));
  return 'rows' in table ? table.rows : expect.unreachable(table.refused);
};

describe('The columns', () => {
  it('are known by their names in every language, and so are the words of their choices', () => {
    for (const locale of locales) {
      for (const column of importColumns) {
        expect(columnOf(columnName(locale, column)), `${locale} ${column}`).toBe(column);
        for (const { word, value } of choicesOf(locale, column)) {
          expect(valueNamed(column, word), `${locale} ${word}`).toBe(value);
        }
      }
    }
    expect(columnOf(' EGET nummer ')).toBe('number');
    expect(columnOf('Pris')).toBeUndefined();
  });
});

describe('A row', () => {
  it('is a draft with what stands in it', () => {
    const { good, problems } = read(
      row({
        ...{ number: 'A-1', 'title.sv': ' Lås utan nyckel ', 'title.nb': 'Lås uten nøkkel' },
        ...{ kind: 'tjänst', stage: 'In use', trl: 'TRL 7', iso9999: '22 27 18' },
        ...{ areas: 'Trygghet hemma; Legemidler', audience: 'Personal|Chefer' },
        ...{ claims: 'HL7 FHIR; SITHS', regulation: 'MDR klass I' },
      }),
    );
    expect(problems).toEqual([]);
    const content = demoContent.parse(good[0]?.content);
    expect(content).toMatchObject({
      title: { sv: 'Lås utan nyckel', nb: 'Lås uten nøkkel', en: '' },
      ...{ kind: 'SERVICE', stage: 'IN_USE', trl: 7, iso9999: '22 27 18' },
      ...{ areas: ['SAFETY_AT_HOME', 'MEDICINES'], audience: ['STAFF', 'MANAGER'] },
      claims: [
        { key: 'CLASS', value: 'MDR_I', level: 'DECLARED' },
        { key: 'FHIR' },
        { key: 'SITHS' },
      ],
    });
    expect(good[0]).toMatchObject({ row: 2, key: 'number a 1', title: 'Lås utan nyckel' });
  });

  it('that is wrong says in which row and column, and why in words', () => {
    const long = 'x'.repeat(contentLimits.title + 1);
    const { good, problems, count } = read(
      row({ 'title.sv': 'En' }),
      row({}),
      row({ 'summary.sv': 'Utan namn' }),
      row({ 'title.en': long }),
      row({ 'title.sv': 'Två', areas: 'Trygghet hemma; Rymden', trl: '11', kind: 'Tjänst;Data' }),
      row({ 'title.sv': 'Tre', iso9999: '22-27' }),
      row({ 'title.sv': 'EN' }),
    );
    expect(count).toBe(6);
    expect(good.map((each) => each.row)).toEqual([2]);
    expect(problems.map((each) => `${each.row} ${each.column} ${each.code}`).sort()).toEqual(
      [
        '4 title.sv demoImport.refusals.noTitle',
        '5 title.en showroom.refusals.tooLong.title',
        '6 areas demoImport.refusals.noSuchValue',
        '6 trl demoImport.refusals.trl',
        '6 kind demoImport.refusals.oneValue',
        '7 iso9999 showroom.refusals.isoForm',
        '8 title.sv demoImport.refusals.twice',
      ].sort(),
    );
    for (const { code } of problems) {
      for (const locale of locales) expect(sentence(locale, code)).not.toBe('');
    }
  });

  it('needs a column of names, and headings that mean nothing are told', () => {
    expect(
      readRows([
        ['Pris', 'Eget nummer'],
        ['1', '2'],
      ]),
    ).toBeNull();
    expect(readRows([])).toBeNull();
    const found = readRows([
      ['Namn (svenska)', 'Pris'],
      ['Lås', '100'],
    ]);
    expect(found?.unknown).toEqual(['Pris']);
    expect(found?.good).toHaveLength(1);
  });

  it('whatever stands in a table, each row is good or says what is wrong, never both', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 120 }),
      fc.constantFrom('', 'Tjänst', 'Läkemedel', '5', '22 27', '=1+1', 'Personal; Chefer'),
    );
    const rows = fc.array(fc.array(cell, { maxLength: importColumns.length + 2 }), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(rows, (cells) => {
        const found = read(...cells);
        const bad = new Set(found.problems.map((each) => each.row));
        const good = new Set(found.good.map((each) => each.row));
        expect(good.size).toBe(found.good.length);
        expect(bad.size + good.size).toBe(found.count);
        expect([...good].filter((each) => bad.has(each))).toEqual([]);
        expect(new Set(found.good.map((each) => each.key)).size).toBe(found.good.length);
        for (const { content } of found.good)
          expect(demoContent.safeParse(content).success).toBe(true);
      }),
    );
  });
});

describe('A file of values', () => {
  const words = fc
    .string({ unit: 'grapheme', maxLength: 30 })
    .filter((text) => !/[\0\r]/.test(text) && text.trim() !== '' && text.isWellFormed());

  it('is read back as it was written, whatever stands between the values', async () => {
    const table = fc.array(fc.array(words, { minLength: 3, maxLength: 3 }), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(table, fc.constantFrom(';', ',', '\t'), async (rows, delimiter) => {
        const all = [['Namn (svenska)', 'Text (svenska)', 'Eget nummer'], ...rows];
        expect(await tableOf(stringify(all, { delimiter, bom: true }))).toEqual(all);
      }),
    );
  });

  it('is read with two bytes a letter, from either end', async () => {
    const text = '\ufeffNamn (svenska);Text\nLås på dörr;ä\n';
    const little = Buffer.from(text, 'utf16le');
    const big = Buffer.from(little).swap16();
    for (const bytes of [little, big]) {
      expect(await tableOf(bytes)).toEqual([
        ['Namn (svenska)', 'Text'],
        ['Lås på dörr', 'ä'],
      ]);
    }
  });

  it('is read in the letters that spreadsheets write, too', async () => {
    const bytes = Buffer.from('Namn (svenska);Text\nL\u00e5s p\u00e5 d\u00f6rr;\u00e4\n', 'latin1');
    expect(await tableOf(bytes)).toEqual([
      ['Namn (svenska)', 'Text'],
      ['Lås på dörr', 'ä'],
    ]);
  });

  it('is never an accident, whatever its bytes are', async () => {
    const start = fc.constantFrom(Buffer.alloc(0), Buffer.from('PK\u0003\u0004'), Buffer.from('"'));
    const any = fc.tuple(start, fc.uint8Array({ maxLength: 400 }));
    await fc.assert(
      fc.asyncProperty(any, async ([head, rest]) => {
        const table = await readTable(Buffer.concat([head, rest]));
        expect('rows' in table || table.refused === 'noTable').toBe(true);
      }),
    );
  });

  it('has no more rows than are taken', async () => {
    const rows = (count: number) => `Namn\n${'Lås\n'.repeat(count)}\n\n`;
    expect(await tableOf(rows(mostRows))).toHaveLength(mostRows + 1);
    expect(await readTable(Buffer.from(rows(mostRows + 1)))).toEqual({ refused: 'tooManyRows' });
  });
});

describe('A workbook', () => {
  it('is read by its first sheet; a formula is not worked out', async () => {
    const text = (value: string) => ({ value });
    const file = await writeExcelFile([
      {
        sheet: 'Ett',
        data: [
          [text('Namn (svenska)'), text('TRL'), text('Text (svenska)')],
          [text('Lås'), { value: 7 }, { value: '=1+1', type: 'Formula' as const }],
          [text('=HYPERLINK("x")'), null, null],
        ],
      },
      { sheet: 'Två', data: [[text('Fel')]] },
    ] as Parameters<typeof writeExcelFile>[0]).toBuffer();
    const rows = await tableOf(file as Buffer);
    expect(rows[0]).toEqual(['Namn (svenska)', 'TRL', 'Text (svenska)']);
    expect(rows[1]?.slice(0, 2)).toEqual(['Lås', '7']);
    expect(rows[1]?.[2] ?? '').not.toBe('2');
    expect(rows[2]?.[0]).toBe('=HYPERLINK("x")');
  });

  it('is not unpacked when it would become larger than any table', async () => {
    const part = Buffer.alloc(45 * 1024 * 1024, ' ');
    const bomb = Buffer.from(zipSync({ 'xl/worksheets/sheet1.xml': part }, { level: 9 }));
    expect(bomb.length).toBeLessThan(100_000);
    expect(await readTable(bomb)).toEqual({ refused: 'unpacksTooLarge' });
    // It says of itself that it is small.
    const size = Buffer.alloc(4);
    size.writeUInt32LE(part.length);
    const lie = Buffer.from(bomb);
    for (let at = lie.indexOf(size); at >= 0; at = lie.indexOf(size)) lie.writeUInt32LE(1000, at);
    expect(['unpacksTooLarge', 'noTable']).toContain(
      ((await readTable(lie)) as { refused: string }).refused,
    );
  });

  it('is not read when a cell stands so far out that all before it would be made', async () => {
    const packed = (cell: string, dimension = '') =>
      Buffer.from(
        zipSync({
          'xl/worksheets/sheet1.xml': Buffer.from(
            `<worksheet>${dimension}<sheetData><row r="1">${cell}</row></sheetData></worksheet>`,
          ),
        }),
      );
    for (const bomb of [
      packed('<c r="XFD1048576"><v>1</v></c>'),
      packed('<c t="n" r = \'A1048576\'><v>1</v></c>'),
      packed('<c r="&#88;FD1"><v>1</v></c>'),
      packed('', '<dimension ref="A1:XFD9"/>'),
    ]) {
      expect(await readTable(bomb)).toEqual({ refused: 'unpacksTooLarge' });
    }
    const plain = packed('<c r="IV9999"><v>1</v></c>', '<autoFilter ref="A1:B1048576"/>');
    expect(await readTable(plain)).not.toEqual({ refused: 'unpacksTooLarge' });
  });

  it('is read below a line that says what stands between', async () => {
    expect(await tableOf(Buffer.from('sep=;\r\nNamn (svenska);TRL\r\nLås;7\r\n'))).toEqual([
      ['Namn (svenska)', 'TRL'],
      ['Lås', '7'],
    ]);
  });

  it('is no table when it is something else that is packed', async () => {
    const other = Buffer.from(zipSync({ 'hej.txt': Buffer.from('hej') }));
    expect(await readTable(other)).toEqual({ refused: 'noTable' });
  });
});
