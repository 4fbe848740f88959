'use client';

import { ActionForm } from '#components/ui/form/action-form.tsx';
import { type FormLabels, useField } from '#components/ui/form/context.ts';
import { SubmitButton, TextField } from '#components/ui/form/fields.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { FormState } from '#lib/platform/formstate.ts';

type Words = Record<'code' | 'codeHint' | 'submit' | 'next', string>;
type Props = {
  action: (before: FormState, form: FormData) => Promise<FormState>;
  labels: FormLabels;
  words: Words;
  /** Where the next guest begins. */
  here: string;
};

/** The code, and then the greeting. */
export function ArriveForm({ action, labels, words, here }: Props) {
  return (
    <ActionForm action={action} labels={labels}>
      <Fields words={words} here={here} />
    </ActionForm>
  );
}

function Fields({ words, here }: Pick<Props, 'words' | 'here'>) {
  const { value: greeting } = useField('greeting');
  if (typeof greeting === 'string') {
    return (
      <div role="status">
        <Notice tone="success">
          <p className="m-0 text-xl">{greeting}</p>
        </Notice>
        <a className="ds-button" data-variant="secondary" href={here}>
          {words.next}
        </a>
      </div>
    );
  }
  return (
    <>
      <TextField
        name="code"
        label={words.code}
        hint={words.codeHint}
        maxLength={12}
        autoComplete="off"
        required
      />
      <div>
        <SubmitButton>{words.submit}</SubmitButton>
      </div>
    </>
  );
}
