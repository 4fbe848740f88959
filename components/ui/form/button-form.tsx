'use client';

import type { ReactNode } from 'react';
import { ActionForm } from '#components/ui/form/action-form.tsx';
import { type FormLabels, useField } from '#components/ui/form/context.ts';
import { HiddenField, SubmitButton } from '#components/ui/form/fields.tsx';
import type { FormState } from '#lib/platform/formstate.ts';

type Props = {
  action: (before: FormState, form: FormData) => Promise<FormState>;
  labels: FormLabels;
  variant?: 'primary' | 'secondary';
  hidden?: Record<string, string>;
  /** Nothing to press now: the form is there only to say why a press was refused. */
  closed?: boolean;
  /** What stands above the button while it can be pressed. */
  hint?: string;
  children: ReactNode;
};

/** One button that does something; when it is refused, the reason stands above it. */
export function ButtonForm({ action, labels, hidden = {}, ...button }: Props) {
  return (
    <ActionForm action={action} labels={labels}>
      {Object.entries(hidden).map(([name, value]) => (
        <HiddenField key={name} name={name} value={value} />
      ))}
      <Button {...button} />
    </ActionForm>
  );
}

type ButtonProps = Pick<Props, 'variant' | 'closed' | 'hint' | 'children'>;

// A browser without scripts asks for the page anew when it posts. Had the form gone by then because
// someone else was first, nobody would hear why nothing happened.
function Button({ variant = 'primary', closed, hint, children }: ButtonProps) {
  const sent = useField('sent').value !== undefined;
  if (closed) return sent ? null : <HiddenField name="sent" value="1" />;
  return (
    <div>
      <HiddenField name="sent" value="1" />
      {hint && <p className="prose mt-0">{hint}</p>}
      <SubmitButton variant={variant}>{children}</SubmitButton>
    </div>
  );
}
