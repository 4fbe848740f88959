'use client';

import { ActionForm } from '#components/ui/form/action-form.tsx';
import { type FormLabels, useField } from '#components/ui/form/context.ts';
import {
  Choices,
  HiddenField,
  type Option,
  SubmitButton,
  TextArea,
  TextField,
} from '#components/ui/form/fields.tsx';
import type { FormState } from '#lib/platform/formstate.ts';

type Choice = { label: string; hint: string; options: Option[] };
export type AssessmentWords = {
  heading: string;
  lead: string;
  maturity: Choice;
  criteria: { name: string; label: string; comment: string }[];
  answers: Option[];
  commentHint: string;
  summary: { label: string; hint: string };
  bodies: Choice;
  save: string;
  send: string;
};
type Props = {
  action: (before: FormState, form: FormData) => Promise<FormState>;
  labels: FormLabels;
  words: AssessmentWords;
  initial: Record<string, string | string[]>;
};

/** What is weighed before a decision: saved while it grows, and sent when it is whole. */
export function AssessmentForm({ action, labels, words, initial }: Props) {
  return (
    <ActionForm action={action} labels={labels} initial={initial}>
      <Revision />
      <h2 className="ds-heading m-0" data-size="sm">
        {words.heading}
      </h2>
      <p className="prose m-0">{words.lead}</p>
      <Choices name="maturity" type="radio" {...words.maturity} />
      {words.criteria.map(({ name, label, comment }) => (
        <div className="grid gap-3" key={name}>
          <Choices name={`answer_${name}`} type="radio" label={label} options={words.answers} />
          <TextField name={`comment_${name}`} label={comment} hint={words.commentHint} />
        </div>
      ))}
      <TextArea name="assessed" {...words.summary} rows={5} required />
      <Choices name="bodies" type="checkbox" {...words.bodies} />
      <div className="flex flex-wrap gap-3">
        <SubmitButton variant="secondary" name="intent" value="save">
          {words.save}
        </SubmitButton>
        <SubmitButton name="intent" value="send">
          {words.send}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}

/** Which saving the form goes on from; a refused form brings back the newer one. */
function Revision() {
  const { value } = useField('revision');
  return <HiddenField name="revision" value={typeof value === 'string' ? value : '0'} />;
}
