'use client';

import { ActionForm } from '#components/ui/form/action-form.tsx';
import { type FormLabels, useField } from '#components/ui/form/context.ts';
import {
  Choices,
  type Option,
  SubmitButton,
  TextArea,
  TextField,
} from '#components/ui/form/fields.tsx';
import type { FormState } from '#lib/platform/formstate.ts';

type Field = { label: string; hint: string };
type Words = {
  heading: string;
  decision: { label: string; options: Option[] };
  reason: Field;
  nextStep: Field;
  reviewOn: Field;
  next: string;
  submit: string;
};
type Props = {
  action: (before: FormState, form: FormData) => Promise<FormState>;
  labels: FormLabels;
  words: Words;
  /** Nothing to decide now; what was typed is shown once more when someone else was first. */
  closed: boolean;
};

/** Accept, park or not, why, and what comes next; says who will be told before the button. */
export function DecisionForm({ action, labels, words, closed }: Props) {
  return (
    <ActionForm action={action} labels={labels}>
      <Fields words={words} closed={closed} />
    </ActionForm>
  );
}

function Fields({ words, closed }: Pick<Props, 'words' | 'closed'>) {
  const sent = useField('reason').value !== undefined;
  if (closed && !sent) return null;
  return (
    <>
      <h2 className="ds-heading m-0" data-size="sm">
        {words.heading}
      </h2>
      <Choices name="decision" type="radio" {...words.decision} />
      <TextArea name="reason" {...words.reason} rows={5} required />
      <TextArea name="nextStep" {...words.nextStep} rows={3} required />
      <TextField name="reviewOn" {...words.reviewOn} type="date" />
      <p className="prose m-0">{words.next}</p>
      {!closed && (
        <div>
          <SubmitButton>{words.submit}</SubmitButton>
        </div>
      )}
    </>
  );
}
