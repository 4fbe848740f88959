'use client';

import { type ReactNode, use } from 'react';
import { FormContext, useField } from './context.ts';

type Common = {
  name: string;
  label: string;
  hint?: string;
  required?: boolean;
  /** May be left empty now, but is no matter of choice: no word of it. */
  needed?: boolean;
};

function FieldFrame({
  name,
  label,
  hint,
  required,
  needed,
  children,
}: Common & { children: ReactNode }) {
  const { id, error, labels, errorId, hintId } = useField(name);
  return (
    <div className="ds-field">
      <label className="ds-label" htmlFor={id}>
        {label}
        {!required && !needed && <span className="quiet font-normal"> ({labels.optional})</span>}
      </label>
      {hint && (
        <div className="quiet text-base" id={hintId}>
          {hint}
        </div>
      )}
      {children}
      {error && (
        <p className="ds-validation-message" data-color="danger" id={errorId}>
          {error}
        </p>
      )}
    </div>
  );
}

function describedBy(id: string, hint: string | undefined, error: string | undefined) {
  const ids = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

function useInput({ name, hint, required }: Common) {
  const { id, error, value } = useField(name);
  const typed = typeof value === 'string' ? value : '';
  return {
    // A new value from the server makes a new input, so that React shows it after a refused post.
    key: `${name}-${typed}`,
    defaultValue: typed,
    attributes: {
      className: 'ds-input',
      id,
      name,
      required,
      'aria-invalid': error ? true : undefined,
      'aria-describedby': describedBy(id, hint, error),
    },
  };
}

type TextProps = Common & {
  type?: 'text' | 'email' | 'date' | 'month' | 'time' | 'number';
  maxLength?: number;
  autoComplete?: string;
  min?: string;
  max?: string;
  step?: number;
};

export function TextField({
  type = 'text',
  maxLength,
  autoComplete,
  min,
  max,
  step,
  ...common
}: TextProps) {
  const { key, defaultValue, attributes } = useInput(common);
  const rest = { type, maxLength, autoComplete, min, max, step };
  return (
    <FieldFrame {...common}>
      <input key={key} defaultValue={defaultValue} {...attributes} {...rest} />
    </FieldFrame>
  );
}

export function TextArea({
  rows = 4,
  maxLength,
  ...common
}: Common & { rows?: number; maxLength?: number }) {
  const { key, defaultValue, attributes } = useInput(common);
  return (
    <FieldFrame {...common}>
      <textarea
        key={key}
        defaultValue={defaultValue}
        rows={rows}
        maxLength={maxLength}
        {...attributes}
      />
    </FieldFrame>
  );
}

/** A file of one of these types (media types or endings). What was chosen is never kept: the browser would not say. */
export function FileField({ accept, ...common }: Common & { accept: string }) {
  const { attributes } = useInput(common);
  return (
    <FieldFrame {...common}>
      <input type="file" accept={accept} {...attributes} />
    </FieldFrame>
  );
}

export type Option = { value: string; label: string; hint?: string };

/** Choices that belong together, under one word. */
export type Group = { label: string; options: Option[] };
type SelectProps = Common & { options: Option[]; groups?: Group[] };

/** One of several; those of `groups` stand after the others. */
export function SelectField({ options, groups = [], ...common }: SelectProps) {
  const { key, defaultValue, attributes } = useInput(common);
  return (
    <FieldFrame {...common}>
      <select key={key} defaultValue={defaultValue} {...attributes}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
        {groups.map((group) => (
          <optgroup key={group.label} label={group.label}>
            {group.options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </FieldFrame>
  );
}

/** So many choices stand beside one another where there is room. */
const many = 9;
type ChoicesProps = Common & { type: 'checkbox' | 'radio'; options: Option[] };

/** Several answers (checkbox, sent as `name[]`) or one (radio). */
export function Choices({ name, label, hint, type, options }: ChoicesProps) {
  const { id, error, value, errorId, hintId } = useField(name);
  const chosen = new Set([value ?? []].flat());
  return (
    <fieldset
      className="ds-fieldset"
      id={id}
      tabIndex={-1}
      aria-describedby={describedBy(id, hint, error)}
    >
      <legend className="ds-label">{label}</legend>
      {hint && (
        <p className="quiet m-0" id={hintId}>
          {hint}
        </p>
      )}
      <div
        className={`mt-2 grid gap-x-5 gap-y-1 ${options.length > many ? 'sm:grid-cols-2 lg:grid-cols-3' : ''}`}
      >
        {options.map((option) => (
          <label className="flex min-h-11 items-center gap-3" key={option.value}>
            <input
              key={String(chosen.has(option.value))}
              className="ds-input"
              type={type}
              name={type === 'checkbox' ? `${name}[]` : name}
              value={option.value}
              defaultChecked={chosen.has(option.value)}
            />
            <span>
              {option.label}
              {option.hint && <span className="quiet block text-base">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
      {error && (
        <p className="ds-validation-message" data-color="danger" id={errorId}>
          {error}
        </p>
      )}
    </fieldset>
  );
}

export function HiddenField({ name, value }: { name: string; value: string }) {
  return <input type="hidden" name={name} value={value} />;
}

type SubmitProps = {
  children: ReactNode;
  variant?: 'primary' | 'secondary' | 'tertiary';
  tone?: 'accent' | 'neutral' | 'danger';
  name?: string;
  value?: string;
};

export function SubmitButton({
  children,
  variant = 'primary',
  tone = 'accent',
  name,
  value,
}: SubmitProps) {
  const { pending, labels } = use(FormContext);
  return (
    <button
      className={`ds-button ${variant === 'tertiary' ? '-mx-(--ds-size-4)' : ''}`}
      type="submit"
      data-variant={variant}
      data-color={tone}
      name={name}
      value={value}
      aria-busy={pending || undefined}
      aria-disabled={pending || undefined}
    >
      {pending ? labels.sending : children}
    </button>
  );
}
