'use client';

import { Disclosure } from '#components/ui/disclosure.tsx';
import { ActionForm } from '#components/ui/form/action-form.tsx';
import { type FormLabels, useField } from '#components/ui/form/context.ts';
import { SubmitButton, TextArea } from '#components/ui/form/fields.tsx';
import type { FormState } from '#lib/platform/formstate.ts';

type Props = {
  action: (before: FormState, form: FormData) => Promise<FormState>;
  labels: FormLabels;
  /** The move; its field has the same name. */
  name: string;
  label: string;
  hint: string;
  /** What one opens it by; without it the form stands open. */
  summary?: string;
  submit: string;
  variant?: 'primary' | 'secondary';
  /** Nothing to say now; what was typed is shown once more when someone else was first. */
  closed: boolean;
};

/** A move that is made with words: one field, and the button. */
export function WordsForm({ action, labels, ...rest }: Props) {
  return (
    <ActionForm action={action} labels={labels} closed={rest.closed}>
      <Field {...rest} />
    </ActionForm>
  );
}

type FieldProps = Omit<Props, 'action' | 'labels'>;

function Field({ name, label, hint, summary, submit, variant = 'secondary', closed }: FieldProps) {
  const { value } = useField(name);
  const field = (
    <div className="grid gap-4">
      <TextArea name={name} label={label} hint={hint} rows={4} required />
      {!closed && (
        <div>
          <SubmitButton variant={variant}>{submit}</SubmitButton>
        </div>
      )}
    </div>
  );
  // What was refused stands open, with its reason.
  if (summary === undefined || value !== undefined) return field;
  return <Disclosure summary={summary}>{field}</Disclosure>;
}
