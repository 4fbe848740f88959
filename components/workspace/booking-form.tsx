'use client';

import { AgreedField } from '#components/prices/agreed-field.tsx';
import { ActionForm } from '#components/ui/form/action-form.tsx';
import { type FormLabels, useField } from '#components/ui/form/context.ts';
import {
  Choices,
  HiddenField,
  type Option,
  SelectField,
  SubmitButton,
  TextArea,
  TextField,
} from '#components/ui/form/fields.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { FormState } from '#lib/platform/formstate.ts';
import { Alternatives, type WayOut } from './alternatives.tsx';
import { TermsFields } from './terms-fields.tsx';
import type { TermsWords } from './terms-words.ts';

type Words = {
  purpose: string;
  purposeHint: string;
  also: string;
  alsoHint: string;
  people: string;
  forWhom: string;
  shown: string;
  submit: string;
  hold: string;
  holdHint: string;
  next: string;
  alternatives: string;
  noAlternatives: string;
};
type Props = {
  action: (before: FormState, form: FormData) => Promise<FormState>;
  labels: FormLabels;
  words: Words;
  /** Sent along unseen: the time, and the key that lets this form book once. */
  hidden: Record<string, string>;
  /** What the page says it costs. */
  agreedOre: number;
  purpose: string;
  purposeLimit: number;
  /** How many it seats; one asks nobody how many come. */
  seats: number;
  /** How many were searched for. */
  people: number;
  colleagues: readonly { id: string; name: string }[];
  self: string;
  shownAs: Option[];
  /** What is to be agreed to first. */
  terms: TermsWords;
  /** Places that are free at the same time. */
  also: Option[];
  /** What stood in the way when the page was made (null where the page says it itself); the form is then only shown once it was sent. */
  obstacle: { text: string | null; ways: readonly WayOut[] | null } | null;
};

/** Purpose and button; after a clash also what is free instead. */
export function BookingForm(props: Props) {
  const { action, labels, words, hidden, purpose } = props;
  return (
    <ActionForm
      action={action}
      labels={labels}
      initial={{ purpose, people: String(props.people), forId: props.self }}
      refused={(detail) => <Clash detail={detail} words={words} />}
    >
      {Object.entries(hidden).map(([name, value]) => (
        <HiddenField key={name} name={name} value={value} />
      ))}
      <AgreedField ore={props.agreedOre} />
      <Fields {...props} />
    </ActionForm>
  );
}

// A browser without scripts asks for the page anew when it posts, and by then the place is taken for
// the page as well. What was sent tells the two apart: nobody loses what they typed.
function Fields({ words, purposeLimit, obstacle, ...props }: Props) {
  const sent = useField('requestKey').value !== undefined;
  if (obstacle && !sent) {
    return (
      <div>
        {obstacle.text && <Notice tone="warning">{obstacle.text}</Notice>}
        {obstacle.ways && <Ways ways={obstacle.ways} words={words} />}
      </div>
    );
  }
  return (
    <>
      <TextArea
        name="purpose"
        label={words.purpose}
        hint={words.purposeHint}
        rows={2}
        maxLength={purposeLimit}
      />
      <Circumstances words={words} {...props} />
      <TermsFields {...props.terms} />
      <Together words={words} also={props.also} />
      <p className="prose m-0 [overflow-wrap:anywhere]">{words.next}</p>
      <div className="flex flex-wrap gap-3">
        <SubmitButton name="way" value="book">
          {words.submit}
        </SubmitButton>
        <SubmitButton name="way" value="hold" variant="secondary">
          {words.hold}
        </SubmitButton>
      </div>
      <p className="quiet m-0 text-base">{words.holdHint}</p>
    </>
  );
}

type Circumstance = Pick<Props, 'words' | 'seats' | 'colleagues' | 'shownAs'>;

/** How many, for whom, and what others see: asked only where there is something to choose. */
function Circumstances({ words, seats, colleagues, shownAs }: Circumstance) {
  const people = colleagues.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      {seats > 1 && (
        <TextField
          name="people"
          label={words.people}
          type="number"
          min="1"
          max={String(seats)}
          needed
        />
      )}
      {people.length > 1 && (
        <SelectField name="forId" label={words.forWhom} options={people} needed />
      )}
      <SelectField name="shown" label={words.shown} options={shownAs} needed />
    </>
  );
}

/** More places in the same breath: all of them or none. */
function Together({ words, also }: Pick<Props, 'words' | 'also'>) {
  const chosen = useField('also').value;
  if (also.length === 0) return null;
  return (
    <details open={Boolean(chosen?.length)}>
      <summary className="cursor-pointer py-2">{words.also}</summary>
      <Choices
        name="also"
        label={words.also}
        hint={words.alsoHint}
        type="checkbox"
        options={also}
      />
    </details>
  );
}

function Clash({ detail, words }: { detail: unknown; words: Words }) {
  const { ways } = detail as { ways?: WayOut[] };
  return ways ? <Ways ways={ways} words={words} /> : null;
}

function Ways({ ways, words }: { ways: readonly WayOut[]; words: Words }) {
  return <Alternatives heading={words.alternatives} none={words.noAlternatives} ways={ways} />;
}
