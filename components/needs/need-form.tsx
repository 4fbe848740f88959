'use client';

import { NewerVersion, type NewerWords } from '#components/innovation/newer-version.tsx';
import { Disclosure } from '#components/ui/disclosure.tsx';
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

type Name = 'title' | 'problem' | 'affected' | 'areas' | 'urgency' | 'visibility' | 'language';
export type NeedWords = Pick<NewerWords, 'newer' | 'newerHint' | 'newerEmpty'> & {
  labels: FormLabels;
  fields: Record<Name, string>;
  hints: Record<'title' | 'problem' | 'affected', string>;
  more: string;
  save: string;
  alikeFound: string;
  alikeFoundLead: string;
  limits: Record<'title' | 'problem' | 'affected', number>;
  options: Record<'areas' | 'urgency' | 'visibility' | 'language', Option[]>;
};
type Props = {
  action: (before: FormState, form: FormData) => Promise<FormState>;
  words: NeedWords;
  initial: Record<string, string | string[]>;
  /** Where a need that is met is read. */
  base: string;
};

/** A need in two fields; what follows from where it is said stands behind a name. */
export function NeedForm({ action, words, initial, base }: Props) {
  const said = (name: 'title' | 'problem' | 'affected') => ({
    ...{ name, label: words.fields[name], hint: words.hints[name], maxLength: words.limits[name] },
  });
  const chosen = (name: 'areas' | 'urgency' | 'visibility' | 'language') => ({
    ...{ name, label: words.fields[name], options: words.options[name] },
  });
  return (
    <ActionForm
      action={action}
      labels={words.labels}
      initial={initial}
      refused={(detail) => (
        <>
          <NewerVersion detail={detail} words={words} />
          <Alike detail={detail} words={words} base={base} />
        </>
      )}
    >
      {['id', 'revision', 'demo', 'seen'].map((name) => (
        <KeptField key={name} name={name} />
      ))}
      <TextField {...said('title')} required />
      <TextArea {...said('problem')} rows={4} required />
      <Disclosure summary={words.more}>
        <div className="grid gap-6">
          <TextField {...said('affected')} />
          <Choices {...chosen('areas')} type="checkbox" />
          <Choices {...chosen('urgency')} type="radio" />
          <Choices {...chosen('visibility')} type="radio" />
          <SelectField {...chosen('language')} required />
        </div>
      </Disclosure>
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

type Met = {
  alike?: { id: string; title: string; language: string; organisation: string | null }[];
};

/** What others have said that is like what was typed. */
function Alike({ detail, words, base }: { detail: unknown; words: NeedWords; base: string }) {
  const { alike } = detail as Met;
  if (!alike) return null;
  return (
    <section className="panel mb-6 p-5" aria-labelledby="alike-found">
      <h2 className="ds-heading" data-size="xs" id="alike-found">
        {words.alikeFound}
      </h2>
      <p>{words.alikeFoundLead}</p>
      <ul className="m-0 grid list-none gap-2 p-0">
        {alike.map(({ id, title, language, organisation }) => (
          <li key={id}>
            <a className="inline-flex min-h-8 items-center" href={`${base}/${id}`} lang={language}>
              {title}
            </a>
            <span className="quiet block text-base">{organisation}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
