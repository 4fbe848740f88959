'use client';

import { ActionForm } from '#components/ui/form/action-form.tsx';
import type { FormLabels } from '#components/ui/form/context.ts';
import {
  HiddenField,
  SelectField,
  SubmitButton,
  TextArea,
  TextField,
} from '#components/ui/form/fields.tsx';
import type { FormState } from '#lib/platform/formstate.ts';

type Words = Record<
  | 'guest'
  | 'company'
  | 'email'
  | 'emailHint'
  | 'note'
  | 'noteHint'
  | 'date'
  | 'from'
  | 'to'
  | 'site'
  | 'submit',
  string
>;
type Props = {
  action: (before: FormState, form: FormData) => Promise<FormState>;
  labels: FormLabels;
  words: Words;
  initial: Record<string, string>;
  /** The houses to choose from, the usual one first; with a booking there is no choice. */
  sites: { value: string; label: string }[];
};

/** Who comes, from where, when, and what is good to know. */
export function VisitForm({ action, labels, words, initial, sites }: Props) {
  return (
    <ActionForm action={action} labels={labels} initial={initial}>
      <HiddenField name="bookingId" value={initial.bookingId ?? ''} />
      <TextField name="guest" label={words.guest} maxLength={120} required />
      <TextField name="company" label={words.company} maxLength={120} />
      <TextField name="email" type="email" label={words.email} hint={words.emailHint} />
      {sites.length > 1 && <SelectField name="siteId" label={words.site} options={sites} />}
      <TextField name="date" type="date" label={words.date} needed />
      <div className="grid grid-cols-2 gap-5">
        <TextField name="from" type="time" label={words.from} needed />
        <TextField name="to" type="time" label={words.to} needed />
      </div>
      <TextArea name="note" label={words.note} hint={words.noteHint} rows={2} maxLength={300} />
      <div>
        <SubmitButton>{words.submit}</SubmitButton>
      </div>
    </ActionForm>
  );
}
