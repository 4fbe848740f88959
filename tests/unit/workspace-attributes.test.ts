import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describePlace, lacksInWords } from '#components/workspace/describe.ts';
import { attributeSchema, codeOf } from '#lib/places/attribute-schema.ts';
import { placeSchema } from '#lib/places/schema.ts';
import { valuesOf } from '#lib/places/values.ts';
import { type Attribute, hadBy, lacking, needsOf, readNumber } from '#lib/workspace/attributes.ts';
import { readWish } from '#lib/workspace/schema.ts';

const text = (word: string) => ({ sv: word, nb: word, en: word });
const attribute = (code: string, own: Partial<Attribute> = {}): Attribute => ({
  ...{ id: code, code, type: 'YES_NO', name: text(code), without: null, unit: '' },
  ...{ kinds: ['HOT_DESK'], filter: true, choices: [], ...own },
});
const choices = [
  { code: 'quiet', name: text('tyst') },
  { code: 'lively', name: text('livligt') },
];
const loop = attribute('Hörslinga');
const free = attribute('Stegfri', { without: text('nås bara via trappsteg') });
const area = attribute('Yta', { type: 'NUMBER', unit: 'm²' });
const sound = attribute('Ljud', { type: 'CHOICE', choices });
const all = [loop, free, area, sound];
const value = (attributeId: string, own: object) => ({
  ...{ attributeId, yes: null, number: null, choice: null, ...own },
});

describe('what is typed of a place', () => {
  const typed = (attributes: Record<string, string>, has: string[] = []) =>
    valuesOf(all, { kind: 'HOT_DESK', has, attributes }).map((one) => one.value);

  it('becomes a value of the type', () => {
    expect(typed({ Yta: '12,5', Ljud: 'quiet' }, ['Hörslinga'])).toEqual([
      ...[{ yes: true }, { yes: false }, { number: 12.5 }],
      { choice: 'quiet' },
    ]);
    expect(typed({ Yta: ' ', Ljud: '' })).toEqual([{ yes: false }, { yes: false }]);
  });

  it('is refused at its field where it is of another type', () => {
    const wrong = () => typed({ Yta: '-1', Ljud: 'tyst' });
    expect(wrong).toThrow(
      expect.objectContaining({
        fields: {
          'attribute-Yta': 'places.refusals.badValue.NUMBER',
          'attribute-Ljud': 'places.refusals.badValue.CHOICE',
        },
      }),
    );
  });

  it('comes from fields that only the hub knows', () => {
    const form = { floorId: crypto.randomUUID(), kind: 'LAB', code: 'a', nameSv: 'A', seats: '1' };
    const at = { x: '1', y: '1', w: '1', h: '1' };
    const parsed = placeSchema.parse({ ...form, ...at, 'attribute-area': '12', other: 'x' });
    expect(parsed.attributes).toEqual({ area: '12' });
    expect(placeSchema.parse({ ...form, ...at }).attributes).toEqual({});
  });
});

describe('an attribute', () => {
  const form = { type: 'YES_NO', nameSv: 'Dagsljus', kinds: ['LAB'] };

  it.each([
    ['nameSv', { nameSv: ' ' }],
    ['kinds', { kinds: undefined }],
    ['kinds', { kinds: ['BATH'] }],
    ['type', { type: 'TEXT' }],
    ['choice-new-1-sv', { type: 'CHOICE', 'choice-new-1-sv': 'tyst' }],
  ])('says at %s what is wrong', (field, wrong) => {
    const parsed = attributeSchema.safeParse({ ...form, ...wrong });
    expect(parsed.error?.issues.map(({ path }) => path[0])).toContain(field);
  });

  it('takes the choices that have a name in some language, in their order', () => {
    const rows = { 'choice-b-sv': 'B', 'choice-a-en': ' A ', 'choice-new-1-sv': '' };
    expect(attributeSchema.parse({ ...form, type: 'CHOICE', ...rows }).choices).toEqual([
      { code: 'b', sv: 'B', nb: '', en: '' },
      { code: 'a', sv: '', nb: '', en: 'A' },
    ]);
  });

  it('gets a code of its name that nothing else has', () => {
    expect(codeOf('Höj- och sänkbart!', [])).toBe('hoj-och-sankbart');
    expect(codeOf('A', ['a', 'a-2'])).toBe('a-3');
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), (name, used) => {
        const code = codeOf(name, used);
        expect(code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
        expect(code).not.toMatch(/^new-\d+$/);
        expect(used).not.toContain(code);
      }),
    );
  });
});

describe('a need', () => {
  it('is read by its type; what is not offered is not asked for', () => {
    const hidden = attribute('Gömd', { filter: false });
    const asked = { Hörslinga: '1', Yta: '10', Ljud: 'quiet', Gömd: '1', constructor: '1' };
    const { needs, errors } = needsOf([...all, hidden], asked);
    expect(needs.map(({ code, least, choice }) => [code, least, choice?.code])).toEqual([
      ...[
        ['Hörslinga', null, undefined],
        ['Yta', 10, undefined],
      ],
      ['Ljud', null, 'quiet'],
    ]);
    expect(errors).toEqual({});
    expect(needsOf(all, { Yta: 'stor' }).errors).toEqual({
      'need-Yta': 'workspace.refusals.badNeed.NUMBER',
    });
  });

  it('comes from an address, whatever stands there', () => {
    expect(readWish({ 'need-hearing-loop': '1', 'need-x': ' ', 'need-__proto__': '1' })).toEqual({
      ...{ wish: { needs: { 'hearing-loop': '1' } }, errors: {} },
    });
  });

  it('is lacking where it is known to be missing, too little, another, or not known at all', () => {
    const { needs } = needsOf(all, { Hörslinga: '1', Yta: '10', Ljud: 'quiet' });
    const lacks = (values: ReturnType<typeof value>[]) =>
      lacking({ attributes: hadBy(all, 'HOT_DESK', values) }, needs).map(({ code }) => code);
    const [yes, no] = [value('Hörslinga', { yes: true }), value('Hörslinga', { yes: false })];
    const quiet = value('Ljud', { choice: 'quiet' });
    expect(lacks([yes, value('Yta', { number: 10 }), quiet])).toEqual([]);
    expect(lacks([no, value('Yta', { number: 9.9 }), quiet])).toEqual(['Hörslinga', 'Yta']);
    expect(lacks([value('Ljud', { choice: 'lively' })])).toEqual(['Hörslinga', 'Yta', 'Ljud']);
    expect(lacking({ attributes: hadBy(all, 'LAB', [yes]) }, needs)).toHaveLength(3);
  });
});

it('a number is read with a comma or a point, and nothing else is one', () => {
  expect(['2', '12,5', '0.25', ' 7 '].map(readNumber)).toEqual([2, 12.5, 0.25, 7]);
  for (const no of ['', '-1', '1e3', 'två', '1,2,3', '99999999', 'Infinity']) {
    expect(readNumber(no)).toBeNull();
  }
});

describe('in words', () => {
  const place = (values: ReturnType<typeof value>[]) => ({
    ...{ id: 'p', floorId: 'f', code: 'p', kind: 'HOT_DESK' as const, name: text('Plats 1') },
    ...{ note: null, seats: 1, shape: null, readingOrder: 1 },
    attributes: hadBy(all, 'HOT_DESK', values),
  });

  it('a place has its attributes in its name', () => {
    const had = [
      ...[value('Hörslinga', { yes: true }), value('Stegfri', { yes: true })],
      ...[value('Yta', { number: 12.5 }), value('Ljud', { choice: 'quiet' })],
    ];
    const words = 'Plats 1, flexplats, hörslinga, yta: 12,5 m², ljud: tyst';
    expect(describePlace('sv', place(had))).toBe(words);
    expect(describePlace('sv', place([value('Stegfri', { yes: false })]))).toBe(
      'Plats 1, flexplats, nås bara via trappsteg',
    );
    const none = [value('Hörslinga', { yes: false }), value('Yta', { number: 0 })];
    expect(describePlace('sv', place(none))).toBe('Plats 1, flexplats');
  });

  it('what it lacks is a sentence', () => {
    const { needs } = needsOf(all, { Hörslinga: '1', Yta: '10', Ljud: 'quiet' });
    expect(lacksInWords('sv', needs)).toBe('Saknar: hörslinga, yta: minst 10 m², ljud: tyst.');
  });
});
