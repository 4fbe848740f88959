'use client';

import { AgreedField } from '#components/prices/agreed-field.tsx';
import { ActionForm } from '#components/ui/form/action-form.tsx';
import type { FormLabels } from '#components/ui/form/context.ts';
import {
  HiddenField,
  type Option,
  SelectField,
  SubmitButton,
  TextArea,
  TextField,
} from '#components/ui/form/fields.tsx';
import type { FormState } from '#lib/platform/formstate.ts';
import { Alternatives, type WayOut } from './alternatives.tsx';

type Words = Record<
  | 'place'
  | 'date'
  | 'from'
  | 'to'
  | 'forWhom'
  | 'people'
  | 'purpose'
  | 'shown'
  | 'submit'
  | 'ways'
  | 'noWays',
  string
>;
type Props = {
  action: (before: FormState, form: FormData) => Promise<FormState>;
  labels: FormLabels;
  words: Words;
  /** For which organisation, and the key that lets this form book once. */
  hidden: Record<string, string>;
  initial: Record<string, string>;
  people: Option[];
  places: Option[];
  shownAs: Option[];
  purposeLimit: number;
};

/** The house books for somebody of an organisation. */
export function BehalfForm({ action, labels, words, hidden, initial, ...props }: Props) {
  return (
    <ActionForm
      action={action}
      labels={labels}
      initial={initial}
      refused={(detail) => {
        const { ways } = detail as { ways?: WayOut[] };
        return ways && <Alternatives heading={words.ways} none={words.noWays} ways={ways} />;
      }}
    >
      {Object.entries(hidden).map(([name, value]) => (
        <HiddenField key={name} name={name} value={value} />
      ))}
      {/* Place and time are chosen here: what they cost is told before it is booked. */}
      <AgreedField ore={0} />
      <SelectField name="forId" label={words.forWhom} options={props.people} needed />
      <SelectField name="placeId" label={words.place} options={props.places} needed />
      <TextField name="date" label={words.date} type="date" needed />
      <div className="grid grid-cols-2 gap-5">
        <TextField name="from" label={words.from} type="time" step={900} needed />
        <TextField name="to" label={words.to} type="time" step={900} needed />
      </div>
      <TextField name="people" label={words.people} type="number" min="1" needed />
      <TextArea name="purpose" label={words.purpose} rows={2} maxLength={props.purposeLimit} />
      <SelectField name="shown" label={words.shown} options={props.shownAs} needed />
      <div>
        <SubmitButton>{words.submit}</SubmitButton>
      </div>
    </ActionForm>
  );
}
