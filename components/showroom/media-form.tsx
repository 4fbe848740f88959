'use client';

import { ActionForm } from '#components/ui/form/action-form.tsx';
import type { FormLabels } from '#components/ui/form/context.ts';
import {
  Choices,
  FileField,
  HiddenField,
  type Option,
  SelectField,
  SubmitButton,
  TextArea,
  TextField,
} from '#components/ui/form/fields.tsx';
import type { FormState } from '#lib/platform/formstate.ts';
import { locales, type Text } from '#lib/platform/i18n/locales.ts';

export type MediaFormWords = {
  /** By a field's name: `alt.sv`. */
  labels: Record<string, string>;
  altHint: string;
  captionHint: string;
  credit: string;
  creditHint: string;
  licence: string;
  licences: Option[];
  captionsTitle: string;
  captionsText: string;
  captionsThere: string;
  captionsFile: string;
  captionsHint: string;
  captionsLanguage: string;
  captionsRemove: string;
  languages: Option[];
  save: string;
  newer: string;
};

type Props = {
  action: (before: FormState, form: FormData) => Promise<FormState>;
  labels: FormLabels;
  words: MediaFormWords;
  initial: Record<string, string>;
  /** The mark of what is shown here. */
  seen: string;
  video: boolean;
};

/** What is written of a picture or film. */
export function MediaForm({ words, seen, video, ...form }: Props) {
  return (
    <ActionForm {...form} refused={(detail) => <Newer detail={detail} words={words} />}>
      <HiddenField name="seen" value={seen} />
      <Texts name="alt" words={words} hint={words.altHint} most={300} needed />
      <Texts name="caption" words={words} hint={words.captionHint} most={300} />
      <SelectField name="licence" label={words.licence} options={words.licences} needed />
      <TextField name="credit" label={words.credit} hint={words.creditHint} maxLength={120} />
      {video && <Captions words={words} />}
      <div>
        <SubmitButton>{words.save}</SubmitButton>
      </div>
    </ActionForm>
  );
}

type TextsProps = {
  name: string;
  words: MediaFormWords;
  hint?: string;
  most: number;
  needed?: boolean;
};

function Texts({ name, words, hint, most, needed = false }: TextsProps) {
  return locales.map((locale, n) => (
    <TextArea
      key={locale}
      name={`${name}.${locale}`}
      label={words.labels[`${name}.${locale}`] ?? ''}
      rows={name === 'transcript' ? 6 : 2}
      maxLength={most}
      needed={needed}
      {...(n === 0 && hint && { hint })}
    />
  ));
}

function Captions({ words }: { words: MediaFormWords }) {
  return (
    <section className="grid gap-6" aria-labelledby="captions">
      <div>
        <h2 className="ds-heading m-0" data-size="xs" id="captions">
          {words.captionsTitle}
        </h2>
        <p className="m-0">{words.captionsText}</p>
        {words.captionsThere && <p className="m-0">{words.captionsThere}</p>}
      </div>
      <SelectField
        name="captionsLanguage"
        label={words.captionsLanguage}
        options={words.languages}
        needed
      />
      <FileField
        name="captionsFile"
        label={words.captionsFile}
        hint={words.captionsHint}
        accept=".vtt,text/vtt"
      />
      {words.captionsThere && (
        <Choices
          name="captionsRemove"
          label={words.captionsTitle}
          type="checkbox"
          options={[{ value: 'yes', label: words.captionsRemove }]}
        />
      )}
      <Texts name="transcript" words={words} most={10_000} />
    </section>
  );
}

type Written = { alt: Text; caption: Text; transcript: Text; credit: string };

/** What a colleague saved meanwhile; what was typed stands in the fields below. */
function Newer({ detail, words }: { detail: unknown; words: MediaFormWords }) {
  const { newer } = detail as { newer?: Written };
  if (!newer) return null;
  const rows = (['alt', 'caption', 'transcript'] as const).flatMap((name) =>
    locales.map((locale) => [`${name}.${locale}`, newer[name][locale]] as const),
  );
  return (
    <section className="panel mb-6 p-5" aria-labelledby="newer">
      <h2 className="ds-heading" data-size="xs" id="newer">
        {words.newer}
      </h2>
      <dl className="m-0 grid gap-4">
        {rows
          .filter(([, text]) => text !== '')
          .map(([name, text]) => (
            <div key={name}>
              <dt className="font-semibold">
                <a href={`#${name}`}>{words.labels[name]}</a>
              </dt>
              <dd className="m-0 whitespace-pre-line">{text}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}
