'use client';

import { useId } from 'react';
import { ActionForm } from '#components/ui/form/action-form.tsx';
import { type FormLabels, useField } from '#components/ui/form/context.ts';
import { type Group, type Option, SelectField, SubmitButton } from '#components/ui/form/fields.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { FormState } from '#lib/platform/formstate.ts';

type Words = Record<'what' | 'whatHint' | 'submit' | 'made' | 'how' | 'address', string>;
type Props = {
  action: (before: FormState, form: FormData) => Promise<FormState>;
  labels: FormLabels;
  words: Words;
  options: Option[];
  groups: Group[];
};

/** What a new address shows; then the address itself, once. */
export function FeedForm({ action, labels, words, options, groups }: Props) {
  return (
    <ActionForm action={action} labels={labels}>
      <Made words={words} />
      <SelectField
        name="what"
        label={words.what}
        hint={words.whatHint}
        options={options}
        groups={groups}
        needed
      />
      <div>
        <SubmitButton>{words.submit}</SubmitButton>
      </div>
    </ActionForm>
  );
}

// It comes back with the form that asked for it: it is kept nowhere, and never part of an address.
function Made({ words }: { words: Words }) {
  const { value } = useField('made');
  const id = useId();
  if (typeof value !== 'string') return null;
  return (
    <div role="status">
      <Notice tone="success">
        <p className="mt-0">{words.made}</p>
        <label className="ds-label" htmlFor={id}>
          {words.address}
        </label>
        <input className="ds-input mt-1" id={id} readOnly value={value} />
        <p className="mb-0">{words.how}</p>
      </Notice>
    </div>
  );
}
