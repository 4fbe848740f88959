'use client';

import { type ReactNode, use } from 'react';
import { FormContext } from '#components/ui/form/context.ts';
import type { Thing } from '#lib/floors/draft.ts';
import type { Edit, Editing } from '#lib/floors/editing.ts';
import { BlankRows } from './blank-rows.tsx';
import { Cell, fieldsFor } from './chosen-panel.tsx';
import look from './editor.module.css';
import { type EditorPlace, type EditorWords, filled, nameOf, usualSize } from './editor-facts.ts';

type Props = {
  state: Editing;
  edit: (edit: Edit) => void;
  words: EditorWords;
  places: EditorPlace[];
  isOn: (key: string) => boolean;
};

/**
 * The whole drawing as rows of numbers: what the form sends. Without a script these are the way to draw;
 * empty rows at the end are for what is new, and an empty kind takes a row away.
 */
export function DrawingNumbers({ state: { now }, edit, words, places, isOn }: Props) {
  const { errors } = use(FormContext);
  const wrong = Object.keys(errors).some((name) => /^(s-|[clm]\d)/.test(name));
  const rows = (things: Thing[], prefix = '') =>
    things.map((thing) => (
      <Row key={thing.key} name={nameOf(thing, now, words, places)}>
        {fieldsFor(thing).map((field) => (
          <td key={field}>
            <Cell
              {...{ field, thing, words, edit, bare: true }}
              name={`${prefix}${thing.key}-${field}`}
              label={`${nameOf(thing, now, words, places)}: ${words.fields[field]}`}
            />
          </td>
        ))}
      </Row>
    ));
  const off = places.filter(({ id }) => !isOn(id));
  const blank = { words };
  return (
    <details className="ds-details panel min-w-0 px-5 py-3" open={wrong || undefined}>
      <summary className="min-h-11 cursor-pointer py-2 font-medium">{words.numbers}</summary>
      <p className="quiet text-base">{words.numbersHint}</p>
      <Rows
        title={words.heads.shapes}
        fields={['form', 'x', 'y', 'w', 'h', 'r', 'o']}
        words={words}
      >
        {rows(
          now.shapes.toSorted((a, b) => a.order - b.order),
          's-',
        )}
        <BlankRows
          {...blank}
          rows={off.map(({ id, name, kind }) => ({ key: `s-${id}`, name, usual: usualSize(kind) }))}
          fields={['form', 'x', 'y', 'w', 'h', 'r', 'o']}
        />
      </Rows>
      <Rows title={words.heads.corners} fields={['x', 'y']} words={words}>
        {rows(now.corners)}
        <BlankRows
          {...blank}
          rows={next('c', now.corners, 2).map((key, n) => ({
            key,
            name: filled(words.cornerOf, { n: now.corners.length + n + 1 }),
          }))}
          fields={['x', 'y']}
        />
      </Rows>
      <Rows title={words.heads.lines} fields={['kind', 'x1', 'y1', 'x2', 'y2']} words={words}>
        {rows(now.lines)}
        <BlankRows
          {...blank}
          rows={next('l', now.lines, 3).map((key) => ({ key, name: words.fresh }))}
          fields={['kind', 'x1', 'y1', 'x2', 'y2']}
        />
      </Rows>
      <Rows title={words.heads.marks} fields={['kind', 'x', 'y', 'sv', 'nb', 'en']} words={words}>
        {rows(now.marks)}
        <BlankRows
          {...blank}
          rows={next('m', now.marks, 2).map((key) => ({ key, name: words.fresh }))}
          fields={['kind', 'x', 'y', 'sv', 'nb', 'en']}
        />
      </Rows>
    </details>
  );
}

/** Keys for rows that are not there yet. */
function next(letter: string, rows: readonly { key: string }[], count: number): string[] {
  const last = Math.max(-1, ...rows.map(({ key }) => Number(key.slice(1))));
  return Array.from({ length: count }, (_, n) => `${letter}${last + n + 1}`);
}

type RowsProps = {
  title: string;
  fields: readonly (keyof EditorWords['fields'])[];
  words: EditorWords;
  children: ReactNode;
};

function Rows({ title, fields, words, children }: RowsProps) {
  return (
    <section className="my-5">
      <h2 className="ds-heading" data-size="2xs">
        {title}
      </h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard must be able to scroll it (WCAG 2.1.1) */}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form of its own */}
      <div className={look.table} role="group" aria-label={title} tabIndex={0}>
        <table className="ds-table" data-size="sm">
          <thead>
            <tr>
              <td />
              {fields.map((field) => (
                <th key={field} scope="col">
                  {words.fields[field]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      </div>
    </section>
  );
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <tr>
      <th className="font-normal" scope="row">
        {name}
      </th>
      {children}
    </tr>
  );
}
