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
};

/** A text and a button. */
export function TextForm({ action, labels, ...fields }: Props) {
  return (
    <ActionForm action={action} labels={labels}>
      <Fields {...fields} />
    </ActionForm>
  );
}

function Fields({ name, words, required, tone, closed }: Omit<Props, 'action' | 'labels'>) {
  const sent = useField(name).value !== undefined;
  if (closed && !sent) return null;
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
