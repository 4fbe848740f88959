'use client';

import { ActionForm } from '#components/ui/form/action-form.tsx';
import type { FormLabels } from '#components/ui/form/context.ts';
import { HiddenField, SubmitButton } from '#components/ui/form/fields.tsx';
import type { FormState } from '#lib/platform/formstate.ts';
import { Alternatives, type WayOut } from './alternatives.tsx';

type Props = {
  action: (before: FormState, form: FormData) => Promise<FormState>;
  labels: FormLabels;
  words: Record<'submit' | 'ways' | 'noWays', string>;
};

/** One button that takes a cancellation back; when someone was faster, what is free instead. */
export function RestoreForm({ action, labels, words }: Props) {
  return (
    <ActionForm
      action={action}
      labels={labels}
      refused={(detail) => {
        const { ways } = detail as { ways?: WayOut[] };
        return ways && <Alternatives heading={words.ways} none={words.noWays} ways={ways} />;
      }}
    >
      <HiddenField name="sent" value="1" />
      <div>
        <SubmitButton variant="secondary">{words.submit}</SubmitButton>
      </div>
    </ActionForm>
  );
}
