'use client';

import { AgreedField } from '#components/prices/agreed-field.tsx';
import { ActionForm } from '#components/ui/form/action-form.tsx';
import type { FormLabels } from '#components/ui/form/context.ts';
import {
  Choices,
  HiddenField,
  type Option,
  SelectField,
  SubmitButton,
  TextArea,
  TextField,
} from '#components/ui/form/fields.tsx';
import type { FormState } from '#lib/platform/formstate.ts';
import { Alternatives, type WayOut } from './alternatives.tsx';
import { SeriesDays } from './series-days.tsx';
import type { DayWords } from './series-words.ts';

type Words = Record<
  'place' | 'date' | 'from' | 'to' | 'people' | 'purpose' | 'submit' | 'ways' | 'noWays',
  string
>;
type Props = {
  action: (before: FormState, form: FormData) => Promise<FormState>;
  labels: FormLabels;
  words: Words;
  /** What stands in the fields to begin with. */
  initial: Record<string, string>;
  /** The booking as it was shown: someone else's change meanwhile is not written over. */
  revision: number;
  places: Option[];
  times: Option[];
  purposeLimit: number;
  /** How far it reaches, for a day of a series. */
  reach: { label: string; options: Option[] } | null;
  daysCaption: string;
  dayFree: string;
};

/** Another place, day or time, and what it is for. */
export function ChangeForm(props: Props) {
  const { action, labels, words, initial, revision, places, times } = props;
  return (
    <ActionForm
      action={action}
      labels={labels}
      initial={initial}
      refused={(detail) => {
        const { ways, days } = detail as { ways?: WayOut[]; days?: DayWords[] };
        if (days) {
          return (
            <SeriesDays caption={props.daysCaption} words={{ ok: props.dayFree }} days={days} />
          );
        }
        return ways && <Alternatives heading={words.ways} none={words.noWays} ways={ways} />;
      }}
    >
      {props.reach && <Choices name="reach" type="radio" {...props.reach} />}
      <HiddenField name="revision" value={String(revision)} />
      <AgreedField ore={0} />
      <SelectField name="placeId" label={words.place} options={places} needed />
      <TextField name="date" label={words.date} type="date" needed />
      <div className="grid grid-cols-2 gap-5">
        <SelectField name="from" label={words.from} options={times} needed />
        <SelectField name="to" label={words.to} options={times} needed />
      </div>
      <TextField name="people" label={words.people} type="number" min="1" needed />
      <TextArea name="purpose" label={words.purpose} rows={2} maxLength={props.purposeLimit} />
      <div>
        <SubmitButton>{words.submit}</SubmitButton>
      </div>
    </ActionForm>
  );
}
