'use client';

import { type ReactNode, use, useId } from 'react';
import type { FormState } from '#lib/platform/formstate.ts';
import { ActionForm } from './action-form.tsx';
import { FormContext, type FormLabels, useField } from './context.ts';
import {
  Choices,
  HiddenField,
  type Option,
  SelectField,
  SubmitButton,
  TextArea,
  TextField,
} from './fields.tsx';
import { type Found, FoundList } from './found-list.tsx';

type Common = { name: string; label: string; hint?: string };
/** A field as data: a page of the server says which there are. */
export type FieldFacts = Common &
  (
    | {
        as: 'text' | 'date' | 'time' | 'number';
        required?: boolean;
        /** One of several of which some must be filled in: no word of choice. */
        needed?: boolean;
        maxLength?: number;
        min?: string;
      }
    | { as: 'area'; required?: boolean; maxLength?: number }
    | { as: 'select' | 'radio' | 'checkbox'; options: Option[] }
  );
/** Folded: behind its legend while nothing stands in it and nothing is wrong there. */
export type FieldGroup = { legend?: string; folded?: boolean; fields: FieldFacts[] };

type Props = {
  action: (before: FormState, form: FormData) => Promise<FormState>;
  labels: FormLabels;
  groups: FieldGroup[];
  submit: string;
  tone?: 'accent' | 'danger';
  variant?: 'primary' | 'secondary';
  initial?: Record<string, string | string[]>;
  /** Sent along unseen. */
  hidden?: Record<string, string>;
  /** Names of `initial` that go along unseen; a refused form brings them back, renewed by the action. */
  kept?: string[];
  /** What a refusal found in the way stands under this heading. */
  foundTitle?: string;
};

/** A form of plain fields, in groups where there are many. */
export function FieldsForm(props: Props) {
  const {
    action,
    labels,
    groups,
    submit,
    tone,
    variant,
    initial,
    foundTitle,
    hidden = {},
    kept = [],
  } = props;
  return (
    <ActionForm
      action={action}
      labels={labels}
      prefix={`${useId()}-`}
      {...(initial && { initial })}
      refused={(detail) => {
        const { found } = detail as { found?: Found[] };
        return found && foundTitle ? <FoundList title={foundTitle} found={found} /> : null;
      }}
    >
      {Object.entries(hidden).map(([name, value]) => (
        <HiddenField key={name} name={name} value={value} />
      ))}
      {kept.map((name) => (
        <KeptField key={name} name={name} />
      ))}
      {groups.map((group) => (
        <Group key={group.fields[0]?.name} {...group} />
      ))}
      <div>
        <SubmitButton {...(tone && { tone })} {...(variant && { variant })}>
          {submit}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}

function KeptField({ name }: { name: string }) {
  const { value } = useField(name);
  return <HiddenField name={name} value={typeof value === 'string' ? value : ''} />;
}

function Group({ legend, folded, fields }: FieldGroup) {
  const each = fields.map((field) => <Field key={field.name} {...field} />);
  if (folded && legend) return <Folded legend={legend} fields={fields} each={each} />;
  if (!legend) return each;
  return (
    <fieldset className="ds-fieldset grid gap-5">
      <legend className="ds-heading" data-size="xs">
        {legend}
      </legend>
      {each}
    </fieldset>
  );
}

type FoldedProps = { legend: string; fields: FieldFacts[]; each: ReactNode };

function Folded({ legend, fields, each }: FoldedProps) {
  const { errors, values } = use(FormContext);
  const said = fields.some(({ name }) => errors[name] || values[name]?.length);
  return (
    <details open={said || undefined}>
      <summary className="min-h-11 cursor-pointer py-2">{legend}</summary>
      <fieldset className="ds-fieldset grid gap-5" aria-label={legend}>
        {each}
      </fieldset>
    </details>
  );
}

function Field(field: FieldFacts) {
  const { as, ...rest } = field;
  switch (field.as) {
    case 'area':
      return <TextArea {...common(field)} {...when('maxLength', field.maxLength)} rows={3} />;
    case 'select':
      return <SelectField {...common(field)} options={field.options} required />;
    case 'radio':
    case 'checkbox':
      return <Choices {...common(field)} type={field.as} options={field.options} />;
    default:
      return <TextField {...(rest as Common)} type={field.as} />;
  }
}

function common(field: FieldFacts) {
  const { name, label, hint } = field;
  const required = 'required' in field && field.required;
  return { name, label, ...(hint && { hint }), ...(required && { required: true }) };
}

function when<K extends string>(key: K, value: number | undefined) {
  return value === undefined ? {} : ({ [key]: value } as Record<K, number>);
}
