'use client';

import { useId } from 'react';
import { ActionForm } from '#components/ui/form/action-form.tsx';
import { type FormLabels, useField } from '#components/ui/form/context.ts';
import { SubmitButton } from '#components/ui/form/fields.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { FormState } from '#lib/platform/formstate.ts';

type Props = {
  action: (before: FormState, form: FormData) => Promise<FormState>;
  labels: FormLabels;
  words: Record<'submit' | 'yours' | 'ink', string>;
};

/** Makes an address for a screen; then shows it, once. */
export function DisplayForm({ action, labels, words }: Props) {
  return (
    <ActionForm action={action} labels={labels}>
      <Made words={words} />
      <div>
        <SubmitButton variant="secondary">{words.submit}</SubmitButton>
      </div>
    </ActionForm>
  );
}

// It comes back with the form that asked for it: it is kept nowhere, and never part of an address.
function Made({ words }: Pick<Props, 'words'>) {
  const { value } = useField('made');
  const id = useId();
  if (typeof value !== 'string') return null;
  return (
    <div role="status">
      <Notice tone="success">
        <label className="ds-label" htmlFor={id}>
          {words.yours}
        </label>
        <input className="ds-input mt-1 w-full" id={id} readOnly value={value} />
        <label className="ds-label mt-3" htmlFor={`${id}-ink`}>
          {words.ink}
        </label>
        <input
          className="ds-input mt-1 w-full"
          id={`${id}-ink`}
          readOnly
          value={`${value}?ink=1`}
        />
      </Notice>
    </div>
  );
}
