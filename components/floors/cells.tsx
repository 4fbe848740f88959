'use client';

import { useId, useState } from 'react';
import { useField } from '#components/ui/form/context.ts';
import { numberIn, written } from '#lib/floors/fields.ts';
import look from './editor.module.css';

type Common = {
  label: string;
  /** What the form calls it; a cell without a name is not sent. */
  name?: string;
  bare: boolean;
};

function useCell({ label, name, bare }: Common) {
  const own = useId();
  const { error } = useField(name ?? own);
  const id = name ?? own;
  return {
    attributes: {
      ...{ id, name, className: `ds-input ${bare ? look.cell : 'w-full'}` },
      ...(bare && { 'aria-label': label }),
      'aria-invalid': error ? (true as const) : undefined,
      'aria-describedby': error ? `${id}-error` : undefined,
    },
    label: bare ? null : (
      <label className="ds-label text-base" htmlFor={id}>
        {label}
      </label>
    ),
    error: error && (
      <p className="ds-validation-message m-0 text-base" data-color="danger" id={`${id}-error`}>
        {error}
      </p>
    ),
  };
}

type NumberProps = Common & { value: number; set: (value: number) => void };

/** A number as people write it. While one types, what stands there is what was typed. */
export function NumberCell({ value, set, ...common }: NumberProps) {
  const { attributes, label, error } = useCell(common);
  const { value: sent } = useField(attributes.id);
  const wrong = typeof sent === 'string' && numberIn(sent) === null ? sent : null;
  const [typed, setTyped] = useState(wrong);
  const shown = typed ?? written(value);
  return (
    <div>
      {label}
      <input
        {...attributes}
        inputMode="decimal"
        autoComplete="off"
        value={shown}
        onChange={({ target }) => {
          setTyped(target.value);
          const number = numberIn(target.value);
          if (number !== null) set(number);
        }}
        // What is no number stays, so that the server can say so beside it.
        onBlur={() => typed !== null && numberIn(typed) !== null && setTyped(null)}
      />
      {error}
    </div>
  );
}

type TextProps = Common & { value: string; set: (value: string) => void };

export function TextCell({ value, set, ...common }: TextProps) {
  const { attributes, label, error } = useCell(common);
  return (
    <div>
      {label}
      <input
        {...attributes}
        autoComplete="off"
        maxLength={40}
        value={value}
        onChange={({ target }) => set(target.value)}
      />
      {error}
    </div>
  );
}

type ChoiceProps = TextProps & { options: { value: string; label: string }[] };

export function ChoiceCell({ value, set, options, ...common }: ChoiceProps) {
  const { attributes, label, error } = useCell(common);
  return (
    <div>
      {label}
      <select
        {...attributes}
        className="ds-input w-full min-w-32"
        value={value}
        onChange={({ target }) => set(target.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      {error}
    </div>
  );
}
