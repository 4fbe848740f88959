'use client';

import { ActionForm } from '#components/ui/form/action-form.tsx';
import type { FormLabels } from '#components/ui/form/context.ts';
import { HiddenField, SubmitButton, TextArea } from '#components/ui/form/fields.tsx';
import type { FormState } from '#lib/platform/formstate.ts';
import { SeriesDays } from './series-days.tsx';
import type { DayWords } from './series-words.ts';
import { TermsFields } from './terms-fields.tsx';
import type { TermsWords } from './terms-words.ts';

type Words = Record<'days' | 'free' | 'purpose' | 'purposeHint' | 'all' | 'skip', string>;
type Props = {
  action: (before: FormState, form: FormData) => Promise<FormState>;
  labels: FormLabels;
  words: Words;
  days: readonly DayWords[];
  /** The wish, sent along unseen. */
  hidden: Record<string, string>;
  weekdays: readonly string[];
  free: number;
  purposeLimit: number;
  /** What is to be agreed to first. */
  terms: TermsWords;
};

/** Every day of the series, and a button for what can be had: all of it, or what is free. */
export function SeriesForm(props: Props) {
  const { action, labels, words, days, hidden, weekdays, free } = props;
  const shown = (list: readonly DayWords[]) => (
    <SeriesDays caption={words.days} words={{ ok: words.free }} days={list} />
  );
  return (
    <ActionForm
      action={action}
      labels={labels}
      refused={(detail) => {
        const { days: now } = detail as { days?: DayWords[] };
        return now && shown(now);
      }}
    >
      {Object.entries(hidden).map(([name, value]) => (
        <HiddenField key={name} name={name} value={value} />
      ))}
      {weekdays.map((day) => (
        <HiddenField key={day} name="weekdays[]" value={day} />
      ))}
      {shown(days)}
      {free > 0 && (
        <>
          <TextArea
            name="purpose"
            label={words.purpose}
            hint={words.purposeHint}
            rows={2}
            maxLength={props.purposeLimit}
          />
          <TermsFields {...props.terms} />
          <div>
            <SubmitButton name="policy" value={free === days.length ? 'ALL' : 'SKIP'}>
              {free === days.length ? words.all : words.skip}
            </SubmitButton>
          </div>
        </>
      )}
    </ActionForm>
  );
}
