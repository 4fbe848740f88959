'use client';

import type { ReactNode } from 'react';
import { ActionForm } from '#components/ui/form/action-form.tsx';
import { useField } from '#components/ui/form/context.ts';
import {
  Choices,
  SelectField,
  SubmitButton,
  TextArea,
  TextField,
} from '#components/ui/form/fields.tsx';
import type { FormState } from '#lib/platform/formstate.ts';
import type { FormWords } from './form-words.ts';
import { NewerVersion } from './newer-version.tsx';

type Props = {
  action: (before: FormState, form: FormData) => Promise<FormState>;
  words: FormWords;
  initial: Record<string, string | string[]>;
  /** Fields still empty in what is saved; null for a proposal that has not been saved yet. */
  missing: readonly string[] | null;
  /** What a sending that was refused lacked, when the page opens after it. */
  start?: FormState | undefined;
  /** Shown until the form is sent again. */
  children?: ReactNode;
};

/** The proposal in sections. Saving takes anything; sending says what is missing. */
export function ProposalForm({ action, words, initial, missing, start, children }: Props) {
  return (
    <ActionForm
      action={action}
      labels={words.labels}
      initial={initial}
      start={start}
      refused={(detail) => <NewerVersion detail={detail} words={words} />}
    >
      <KeptField name="id" />
      <KeptField name="revision" />
      <Standing words={words} missing={missing}>
        {children}
      </Standing>
      <Section heading={words.sections.about}>
        <TextField name="title" {...said(words, 'title')} required />
        <TextArea name="summary" {...said(words, 'summary')} rows={3} required />
        <SelectField
          name="language"
          label={words.fields.language}
          options={words.options.language}
          required
        />
      </Section>
      <Section heading={words.sections.link}>
        <Choices
          name="needs"
          {...said(words, 'needs')}
          type="checkbox"
          options={words.options.needs}
        />
        <Choices
          name="areas"
          {...said(words, 'areas')}
          type="checkbox"
          options={words.options.areas}
        />
      </Section>
      <Section heading={words.sections.content}>
        <TextArea name="problem" {...said(words, 'problem')} rows={6} required />
        <TextArea name="solution" {...said(words, 'solution')} rows={6} required />
        <TextArea name="benefit" {...said(words, 'benefit')} rows={4} required />
        <TextArea name="firstStep" {...said(words, 'firstStep')} rows={3} required />
      </Section>
      <Section heading={words.sections.together}>
        <TextArea name="partnersWanted" {...said(words, 'partnersWanted')} rows={3} />
        <Choices
          name="visibility"
          {...said(words, 'visibility')}
          type="radio"
          options={words.options.visibility}
        />
      </Section>
      {words.next && <p className="prose m-0">{words.next}</p>}
      <div className="flex flex-wrap gap-3">
        <SubmitButton
          variant={words.submit === null ? 'primary' : 'secondary'}
          name="intent"
          value="save"
        >
          {words.save}
        </SubmitButton>
        {words.submit !== null && (
          <SubmitButton name="intent" value="submit">
            {words.submit}
          </SubmitButton>
        )}
      </div>
    </ActionForm>
  );
}

type Described = 'title' | 'summary' | 'needs' | 'areas' | 'problem' | 'solution' | 'benefit';

function said(words: FormWords, name: Described | 'firstStep' | 'partnersWanted' | 'visibility') {
  return { label: words.fields[name], hint: words.hints[name] ?? '' };
}

function Section({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <section className="grid gap-6 border-t border-neutral-border-subtle pt-6">
      <h2 className="ds-heading m-0" data-size="sm">
        {heading}
      </h2>
      {children}
    </section>
  );
}

/** A value that goes along unseen; a refused form brings it back, renewed by the action. */
function KeptField({ name }: { name: string }) {
  const { value } = useField(name);
  return (
    <input type="hidden" name={name} value={typeof value === 'string' ? value : ''} readOnly />
  );
}

/** How the saved draft stands; once the form was sent and refused, the refusal says it better. */
function Standing({ words, missing, children }: Pick<Props, 'words' | 'missing' | 'children'>) {
  const sent = useField('intent').value !== undefined;
  if (sent || missing === null) return null;
  return (
    <div>
      {children}
      {missing.length === 0 ? (
        <p className="m-0">{words.ready}</p>
      ) : (
        <section className="panel p-5" aria-labelledby="missing">
          <h2 className="ds-heading" data-size="xs" id="missing">
            {words.missingTitle}
          </h2>
          <ul className="ds-list m-0">
            {missing.map((name) => (
              <li key={name}>
                <a className="inline-flex min-h-8 items-center" href={`#${name}`}>
                  {words.missing[name]}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
