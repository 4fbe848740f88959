import { lineKinds, markKinds, planForms } from '#lib/workspace/plan-schema.ts';
import { centimetres, type Draft } from './draft.ts';

/** What a form sends: a field's name to what stands in it. */
export type Values = Record<string, string | string[] | undefined>;
/** A field's name to what is wrong with it, as a code. */
export type Faults = Record<string, string>;

/** As many of a kind as one form may hold. */
const most = 500;
const id = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';

/** A number as people write it here. */
export function written(value: number): string {
  return String(centimetres(value)).replace('.', ',');
}

/** A number as people write it, with a comma or a point; null when it is none. */
export function numberIn(text: string): number | null {
  const clean = text.trim().replace(',', '.');
  return /^-?\d{1,4}(\.\d+)?$/.test(clean) ? centimetres(Number(clean)) : null;
}

/** A drawing as the fields of a form. */
export function fieldsOf(draft: Draft): Record<string, string> {
  const rows = [
    ...draft.corners.map(({ key, x, y }) => [key, { x, y }] as const),
    ...draft.lines.map(({ key, ...line }) => [key, line] as const),
    ...draft.marks.map(({ key, ...mark }) => [key, mark] as const),
    ...draft.shapes.map(({ key, rotation, order, ...shape }) => {
      return [`s-${key}`, { ...shape, r: rotation, o: order }] as const;
    }),
  ];
  return Object.fromEntries(
    rows.flatMap(([key, row]) =>
      Object.entries(row).map(([name, value]) => [
        `${key}-${name}`,
        typeof value === 'number' ? written(value) : value,
      ]),
    ),
  );
}

/** The drawing that a form sends, and which of its fields make no sense. A row without a kind is none. */
export function draftIn(values: Values): { draft: Draft; faults: Faults } {
  const reader = new Reader(values);
  const draft = {
    corners: reader
      .keys('c\\d+', 'x')
      .filter((key) => reader.text(key, 'x') + reader.text(key, 'y') !== '')
      .map((key) => ({ key, x: reader.metres(key, 'x'), y: reader.metres(key, 'y') })),
    lines: reader.chosen('l\\d+', 'kind', lineKinds).map(([key, kind]) => ({
      ...{ key, kind, x1: reader.metres(key, 'x1'), y1: reader.metres(key, 'y1') },
      ...{ x2: reader.metres(key, 'x2'), y2: reader.metres(key, 'y2') },
    })),
    marks: reader.chosen('m\\d+', 'kind', markKinds).map(([key, kind]) => ({
      ...{ key, kind, x: reader.metres(key, 'x'), y: reader.metres(key, 'y') },
      ...{ sv: reader.words(key, 'sv'), nb: reader.words(key, 'nb'), en: reader.words(key, 'en') },
    })),
    shapes: reader.chosen(`s-${id}`, 'form', planForms).map(([key, form]) => ({
      // Turned, a shape's own top left may lie outside what it stands on.
      ...{ key: key.slice(2), form, x: reader.metres(key, 'x', -500) },
      ...{ y: reader.metres(key, 'y', -500) },
      ...{ w: reader.metres(key, 'w', 0.2), h: reader.metres(key, 'h', 0.2) },
      rotation: reader.number(key, 'r', 0, 359.99),
      order: Math.round(reader.number(key, 'o', 0, 9999)),
    })),
  };
  return { draft, faults: reader.faults };
}

class Reader {
  readonly faults: Faults = {};
  readonly #values: Values;
  constructor(values: Values) {
    this.#values = values;
  }

  keys(pattern: string, field: string): string[] {
    const name = new RegExp(`^(${pattern})-${field}$`);
    return Object.keys(this.#values)
      .flatMap((key) => name.exec(key)?.[1] ?? [])
      .slice(0, most);
  }

  chosen<K extends string>(pattern: string, field: string, known: readonly K[]): [string, K][] {
    return this.keys(pattern, field).flatMap((key): [string, K][] => {
      const kind = known.find((one) => one === this.text(key, field));
      return kind ? [[key, kind]] : [];
    });
  }

  text(key: string, field: string): string {
    const value = this.#values[`${key}-${field}`];
    return typeof value === 'string' ? value.trim() : '';
  }

  words(key: string, field: string): string {
    const text = this.text(key, field);
    if (text.length > 40) this.faults[`${key}-${field}`] = 'refusals.tooLong';
    return text;
  }

  metres(key: string, field: string, least = 0): number {
    return this.number(key, field, least, 500);
  }

  number(key: string, field: string, least: number, top: number): number {
    const value = numberIn(this.text(key, field));
    if (value !== null && value >= least && value <= top) return value;
    this.faults[`${key}-${field}`] = 'floors.refusals.badNumber';
    return least;
  }
}
