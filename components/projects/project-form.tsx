'use client';

import { NewerVersion, type NewerWords } from '#components/innovation/newer-version.tsx';
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
import type { FormState } from '#lib/platform/formstate.ts';

type Name = 'title' | 'summary' | 'language' | 'needs' | 'areas' | 'startsOn' | 'endsOn' | 'wished';
export type ProjectWords = NewerWords & {
  labels: FormLabels;
  fields: Record<Name, string>;
  hints: Record<'needs' | 'endsOn', string>;
  limits: Record<'title' | 'summary', number>;
  options: Record<'language' | 'needs' | 'areas' | 'wished', Option[]>;
  save: string;
};
type Props = {
  action: (before: FormState, form: FormData) => Promise<FormState>;
  words: ProjectWords;
  initial: Record<string, string | string[]>;
};

/** A joint project, as it is started and changed. */
export function ProjectForm({ action, words, initial }: Props) {
  const named = <N extends Name>(name: N) => ({ name, label: words.fields[name] });
  return (
    <ActionForm
      action={action}
      labels={words.labels}
      initial={initial}
      refused={(detail) => <NewerVersion detail={detail} words={words} />}
    >
      <KeptField name="id" />
      <KeptField name="revision" />
      <TextField {...named('title')} maxLength={words.limits.title} required />
      <TextArea {...named('summary')} maxLength={words.limits.summary} rows={4} required />
      <Choices
        {...named('needs')}
        hint={words.hints.needs}
        type="checkbox"
        options={words.options.needs}
      />
      <Choices {...named('areas')} type="checkbox" options={words.options.areas} />
      <TextField {...named('startsOn')} type="date" required />
      <TextField {...named('endsOn')} hint={words.hints.endsOn} type="date" />
      <Choices {...named('wished')} type="radio" options={words.options.wished} />
      <SelectField {...named('language')} options={words.options.language} required />
      <div>
        <SubmitButton>{words.save}</SubmitButton>
      </div>
    </ActionForm>
  );
}

/** A value that goes along unseen; a refused form brings it back, renewed by the action. */
function KeptField({ name }: { name: string }) {
  const { value } = useField(name);
  return <HiddenField name={name} value={typeof value === 'string' ? value : ''} />;
}
