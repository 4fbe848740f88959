'use client';

import { NewerVersion, type NewerWords } from '#components/innovation/newer-version.tsx';
import { ActionForm } from '#components/ui/form/action-form.tsx';
import { type FormLabels, useField } from '#components/ui/form/context.ts';
import {
  HiddenField,
  type Option,
  SelectField,
  SubmitButton,
  TextArea,
} from '#components/ui/form/fields.tsx';
import type { FormState } from '#lib/platform/formstate.ts';

type Part = 'purpose' | 'vision' | 'goals' | 'limits';
export type CharterWords = NewerWords & {
  labels: FormLabels;
  fields: Record<Part | 'language', string>;
  options: { language: Option[] };
  most: Record<Part, number>;
  save: string;
};
type Props = {
  action: (before: FormState, form: FormData) => Promise<FormState>;
  words: CharterWords;
  initial: Record<string, string>;
};

/** What the parties want together. */
export function CharterForm({ action, words, initial }: Props) {
  const part = (name: Part) => ({
    ...{ name, label: words.fields[name], maxLength: words.most[name], rows: 4 },
  });
  return (
    <ActionForm
      action={action}
      labels={words.labels}
      initial={initial}
      refused={(detail) => <NewerVersion detail={detail} words={words} />}
    >
      <VersionField />
      <TextArea {...part('purpose')} required />
      <TextArea {...part('vision')} />
      <TextArea {...part('goals')} />
      <TextArea {...part('limits')} />
      <SelectField
        name="language"
        label={words.fields.language}
        options={words.options.language}
        required
      />
      <div>
        <SubmitButton>{words.save}</SubmitButton>
      </div>
    </ActionForm>
  );
}

/** The version it was opened on; a form that was refused as too old goes on from the newer. */
function VersionField() {
  const { value } = useField('version');
  return <HiddenField name="version" value={typeof value === 'string' ? value : '0'} />;
}
