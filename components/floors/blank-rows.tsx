'use client';

import { useField } from '#components/ui/form/context.ts';
import { written } from '#lib/floors/fields.ts';
import { lineKinds, markKinds, planForms } from '#lib/workspace/plan-schema.ts';
import look from './editor.module.css';
import type { EditorWords } from './editor-facts.ts';

type Field = keyof EditorWords['fields'];
type BlankRow = { key: string; name: string; usual?: { w: number; h: number } };
type Props = { rows: BlankRow[]; fields: readonly Field[]; words: EditorWords };

/** Rows for what is not drawn yet: they count once a kind is chosen, or a corner has its numbers. */
export function BlankRows({ rows, fields, words }: Props) {
  return rows.map(({ key, name, usual }) => (
    <tr key={key}>
      <th className="font-normal" scope="row">
        {name}
      </th>
      {fields.map((field) => (
        <td key={field}>
          <BlankCell
            name={`${key}-${field}`}
            label={`${name}: ${words.fields[field]}`}
            options={optionsOf(key, field, words)}
            usual={usual && (field === 'w' || field === 'h') ? written(usual[field]) : ''}
          />
        </td>
      ))}
    </tr>
  ));
}

type Options = { value: string; label: string }[] | null;

function optionsOf(key: string, field: Field, words: EditorWords): Options {
  if (field !== 'kind' && field !== 'form') return null;
  const [known, called, none]: [readonly string[], Record<string, string>, string] =
    key[0] === 's'
      ? [planForms, words.forms, words.off]
      : key[0] === 'l'
        ? [lineKinds, words.lines, words.gone]
        : [markKinds, words.marks, words.gone];
  return [
    { value: '', label: none },
    ...known.map((value) => ({ value, label: called[value] ?? value })),
  ];
}

type CellProps = { name: string; label: string; options: Options; usual: string };

function BlankCell({ name, label, options, usual }: CellProps) {
  const { error, value, errorId } = useField(name);
  const typed = typeof value === 'string' ? value : usual;
  const attributes = {
    ...{ id: name, name, 'aria-label': label, defaultValue: typed },
    'aria-invalid': error ? (true as const) : undefined,
    'aria-describedby': error ? errorId : undefined,
  };
  return (
    <>
      {options ? (
        <select key={typed} className="ds-input min-w-32" {...attributes}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      ) : (
        <input key={typed} className={`ds-input ${look.cell}`} autoComplete="off" {...attributes} />
      )}
      {error && (
        <p className="ds-validation-message m-0 text-base" data-color="danger" id={errorId}>
          {error}
        </p>
      )}
    </>
  );
}
