'use client';

import { ActionForm } from '#components/ui/form/action-form.tsx';
import { type FormLabels, useField } from '#components/ui/form/context.ts';
import { SubmitButton, TextArea } from '#components/ui/form/fields.tsx';
import type { FormState } from '#lib/platform/formstate.ts';

type Props = {
  action: (before: FormState, form: FormData) => Promise<FormState>;
  labels: FormLabels;
  name: string;
  words: { label: string; hint?: string; submit: string };
  required?: boolean;
  tone?: 'accent' | 'danger';
  /** Nothing to say now; what was typed is shown once more when someone else was first. */
  closed?: boolean;
  /** Folded away under these words until it is wanted, or was refused. */
  fold?: string;
};

/** A text and a button. */
export function TextForm({ action, labels, ...fields }: Props) {
  return (
    <ActionForm action={action} labels={labels}>
      <Fields {...fields} />
    </ActionForm>
  );
}

type FieldsProps = Omit<Props, 'action' | 'labels'>;

function Fields({ fold, ...fields }: FieldsProps) {
  const sent = useField(fields.name).value !== undefined;
  if (fields.closed && !sent) return null;
  if (!fold) return <Said {...fields} />;
  return (
    <details open={sent}>
      <summary className="min-h-11 cursor-pointer py-2">{fold}</summary>
      <div className="mt-3 grid gap-6">
        <Said {...fields} />
      </div>
    </details>
  );
}

function Said({ name, words, required, tone, closed }: FieldsProps) {
  return (
    <>
      <TextArea
        name={name}
        label={words.label}
        {...(words.hint && { hint: words.hint })}
        rows={3}
        maxLength={1000}
        {...(required && { required })}
      />
      {!closed && (
        <div>
          <SubmitButton {...(tone && { tone })}>{words.submit}</SubmitButton>
        </div>
      )}
    </>
  );
}
