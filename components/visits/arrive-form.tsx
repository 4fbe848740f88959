'use client';

import { ActionForm } from '#components/ui/form/action-form.tsx';
import { type FormLabels, useField } from '#components/ui/form/context.ts';
import { HiddenField, SubmitButton, TextField } from '#components/ui/form/fields.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { FormState } from '#lib/platform/formstate.ts';

type Words = Record<'code' | 'codeHint' | 'submit' | 'next' | 'goIn' | 'goOut', string>;
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
  const { value: question } = useField('question');
  const { value: code } = useField('code');
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
  if (typeof question === 'string' && typeof code === 'string') {
    return (
      <div role="status">
        <p className="mt-0 text-xl">{question}</p>
        <HiddenField name="code" value={code} />
        <div className="flex flex-wrap gap-3">
          <SubmitButton name="step" value="in">
            {words.goIn}
          </SubmitButton>
          <SubmitButton name="step" value="out" variant="secondary">
            {words.goOut}
          </SubmitButton>
        </div>
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
