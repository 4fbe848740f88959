'use client';

import { isLine, isMark, isShape, type Thing, thingsOf } from '#lib/floors/draft.ts';
import type { Edit, Editing } from '#lib/floors/editing.ts';
import { lineKinds, markKinds, planForms } from '#lib/workspace/plan-schema.ts';
import { ChoiceCell, NumberCell, TextCell } from './cells.tsx';
import { type EditorPlace, type EditorWords, nameOf } from './editor-facts.ts';

type Props = {
  state: Editing;
  edit: (edit: Edit) => void;
  words: EditorWords;
  places: EditorPlace[];
  thing: Thing | null;
};

/** What is chosen, by name, and everything of it as numbers: the other way to drag. */
export function ChosenPanel({ state, edit, words, places, thing }: Props) {
  return (
    <section className="panel p-4" aria-label={words.chosen}>
      <label className="ds-label" htmlFor="chosen-thing">
        {words.chosen}
      </label>
      <select
        className="ds-input w-full"
        id="chosen-thing"
        value={thing?.key ?? ''}
        onChange={({ target }) => edit({ do: 'choose', key: target.value || null })}
      >
        <option value="">{words.nothing}</option>
        {thingsOf(state.now).map((one) => (
          <option key={one.key} value={one.key}>
            {nameOf(one, state.now, words, places)}
          </option>
        ))}
      </select>
      {thing && (
        <div className="mt-4 grid grid-cols-2 gap-3" key={thing.key}>
          {fieldsFor(thing).map((field) => (
            <Cell key={field} field={field} thing={thing} words={words} edit={edit} />
          ))}
        </div>
      )}
    </section>
  );
}

const numbers = ['x', 'y', 'w', 'h', 'r', 'o', 'x1', 'y1', 'x2', 'y2'] as const;
type Field = (typeof numbers)[number] | 'kind' | 'form' | 'sv' | 'nb' | 'en';
/** What a field of the form is called in the drawing. */
const members: Partial<Record<Field, string>> = { r: 'rotation', o: 'order' };

/** The fields of something drawn. */
export function fieldsFor(thing: Thing): Field[] {
  if (isShape(thing)) return ['form', 'x', 'y', 'w', 'h', 'r', 'o'];
  if (isLine(thing)) return ['kind', 'x1', 'y1', 'x2', 'y2'];
  return isMark(thing) ? ['kind', 'x', 'y', 'sv', 'nb', 'en'] : ['x', 'y'];
}

type CellProps = {
  field: Field;
  thing: Thing;
  words: EditorWords;
  edit: (edit: Edit) => void;
  /** What the form calls it; nothing where it is only another way to the same. */
  name?: string;
  /** The label is read out but not seen: a table has it above. */
  bare?: boolean;
  label?: string;
};

/** One field of something drawn. */
export function Cell({ field, thing, words, edit, name, bare, label }: CellProps) {
  const member = members[field] ?? field;
  const value = (thing as Record<string, unknown>)[member];
  const set = (changed: string | number) =>
    edit({ do: 'set', key: thing.key, changes: { [member]: changed } });
  const shared = {
    ...{ label: label ?? words.fields[field], set, bare: bare ?? false },
    ...(name && { name }),
  };
  if (field === 'kind' || field === 'form') {
    const [known, called] = choicesOf(thing, words);
    const options = known.map((one) => ({ value: one, label: called[one] ?? one }));
    const none = { value: '', label: isShape(thing) ? words.off : words.gone };
    const gone = () => edit({ do: 'remove', key: thing.key });
    return (
      <ChoiceCell
        {...shared}
        set={(one) => (one === '' ? gone() : set(one))}
        value={String(value)}
        options={[none, ...options]}
      />
    );
  }
  if (typeof value === 'number') return <NumberCell {...shared} value={value} />;
  return <TextCell {...shared} value={String(value)} />;
}

function choicesOf(thing: Thing, words: EditorWords): [readonly string[], Record<string, string>] {
  if (isShape(thing)) return [planForms, words.forms];
  return isLine(thing) ? [lineKinds, words.lines] : [markKinds, words.marks];
}
