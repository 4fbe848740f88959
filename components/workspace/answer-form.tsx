'use client';

import { ActionForm } from '#components/ui/form/action-form.tsx';
import { type FormLabels, useField } from '#components/ui/form/context.ts';
import { Choices, type Option, SubmitButton, TextArea } from '#components/ui/form/fields.tsx';
import type { FormState } from '#lib/platform/formstate.ts';

type Words = Record<'heading' | 'answer' | 'text' | 'textHint' | 'submit', string> & {
  options: Option[];
};
type Props = {
  action: (before: FormState, form: FormData) => Promise<FormState>;
  labels: FormLabels;
  words: Words;
  /** Nothing to answer now; what was typed is shown once more when someone else was first. */
  closed: boolean;
};

/** Yes, no with a reason, or a question. */
export function AnswerForm({ action, labels, words, closed }: Props) {
  return (
    <ActionForm action={action} labels={labels}>
      <Fields words={words} closed={closed} />
    </ActionForm>
  );
}

function Fields({ words, closed }: Pick<Props, 'words' | 'closed'>) {
  const sent = useField('text').value !== undefined;
  if (closed && !sent) return null;
  return (
    <>
      <h2 className="ds-heading m-0" data-size="sm">
        {words.heading}
      </h2>
      <Choices name="answer" type="radio" label={words.answer} options={words.options} />
      <TextArea
        name="text"
        label={words.text}
        hint={words.textHint}
        rows={3}
        maxLength={1000}
        needed
      />
      {!closed && (
        <div>
          <SubmitButton>{words.submit}</SubmitButton>
        </div>
      )}
    </>
  );
}
