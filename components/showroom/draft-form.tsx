'use client';

import { type ReactNode, use } from 'react';
import { ActionForm } from '#components/ui/form/action-form.tsx';
import { FormContext, type FormLabels } from '#components/ui/form/context.ts';
import { HiddenField, SubmitButton } from '#components/ui/form/fields.tsx';
import type { FormState } from '#lib/platform/formstate.ts';
import type { DemoContent } from '#lib/showroom/content.ts';
import {
  newerFields,
  type PartOfContent,
  partValues,
  type Values,
} from '#lib/showroom/part-values.ts';

type Words = Record<'newer' | 'newerHint' | 'save' | 'empty', string>;
type Props = {
  action: (before: FormState, form: FormData) => Promise<FormState>;
  labels: FormLabels;
  words: Words;
  part: PartOfContent;
  initial: Values;
  revision: number;
  /** What each field is called. */
  names: Record<string, string>;
  /** Whether the draft can still be saved. */
  open: boolean;
  children: ReactNode;
};

/** A part of a draft: saved by two at once, the second sees what the first wrote beside their own. */
export function DraftForm({
  action,
  labels,
  words,
  part,
  initial,
  revision,
  names,
  open,
  children,
}: Props) {
  return (
    <ActionForm action={action} labels={labels} initial={initial} closed={!open}>
      <Newer words={words} part={part} names={names} />
      <RevisionField revision={revision} />
      {children}
      <div>
        <SubmitButton>{words.save}</SubmitButton>
      </div>
    </ActionForm>
  );
}

type Detail = { revision?: number; content?: DemoContent };

/** The revision the reader has seen: the page's, or the newer one that a refusal told of. */
export function RevisionField({ revision }: { revision: number }) {
  const { revision: newer = revision } = (use(FormContext).detail ?? {}) as Detail;
  return <HiddenField name="revision" value={String(newer)} />;
}

function Newer({ words, part, names }: Pick<Props, 'words' | 'part' | 'names'>) {
  const { detail, values } = use(FormContext);
  const { content } = (detail ?? {}) as Detail;
  if (!content) return null;
  const fields = newerFields(partValues(part, content), values as Values);
  return (
    <section className="panel p-5" aria-labelledby="newer">
      <h2 className="ds-heading" data-size="xs" id="newer">
        {words.newer}
      </h2>
      <p>{words.newerHint}</p>
      <dl className="m-0 grid gap-4">
        {fields.map(([name, value]) => (
          <div key={name}>
            <dt className="font-semibold">{names[name] ?? name}</dt>
            <dd className="m-0 whitespace-pre-line">{value || words.empty}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
