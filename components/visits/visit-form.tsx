'use client';

import { use } from 'react';
import { ActionForm } from '#components/ui/form/action-form.tsx';
import { FormContext, type FormLabels } from '#components/ui/form/context.ts';
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
  | 'greeting'
  | 'greetingHint'
  | 'locale'
  | 'outside'
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
  /** The languages a guest can be written to in, the hub's own first. */
  languages: { value: string; label: string }[];
};

/** Who comes, from where, when, and what is good to know. */
export function VisitForm({ action, labels, words, initial, sites, languages }: Props) {
  return (
    <ActionForm action={action} labels={labels} initial={initial}>
      <HiddenField name="bookingId" value={initial.bookingId ?? ''} />
      <TextField name="guest" label={words.guest} maxLength={120} required />
      <TextField name="company" label={words.company} maxLength={120} />
      <TextField name="email" type="email" label={words.email} hint={words.emailHint} />
      {sites.length > 1 && <SelectField name="siteId" label={words.site} options={sites} needed />}
      <TextField name="date" type="date" label={words.date} needed />
      <div className="grid grid-cols-2 gap-5">
        <TextField name="from" type="time" label={words.from} needed />
        <TextField name="to" type="time" label={words.to} needed />
      </div>
      <MeetsAllTheSame label={words.outside} />
      <TextArea
        name="greeting"
        label={words.greeting}
        hint={words.greetingHint}
        rows={2}
        maxLength={300}
      />
      <SelectField name="locale" label={words.locale} options={languages} needed />
      <TextArea name="note" label={words.note} hint={words.noteHint} rows={2} maxLength={300} />
      <div>
        <SubmitButton>{words.submit}</SubmitButton>
      </div>
    </ActionForm>
  );
}

/** Asked only once the house has said that it is closed then. */
function MeetsAllTheSame({ label }: { label: string }) {
  const { detail, values } = use(FormContext);
  const { closed = false } = (detail ?? {}) as { closed?: boolean };
  if (!closed && values.outside !== 'yes') return null;
  return (
    <label className="flex min-h-11 items-center gap-3">
      <input
        className="ds-input"
        type="checkbox"
        name="outside"
        value="yes"
        defaultChecked={values.outside === 'yes'}
      />
      {label}
    </label>
  );
}
