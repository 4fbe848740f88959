'use client';

import { AgreedField } from '#components/prices/agreed-field.tsx';
import { ActionForm } from '#components/ui/form/action-form.tsx';
import type { FormLabels } from '#components/ui/form/context.ts';
import { SubmitButton } from '#components/ui/form/fields.tsx';
import type { FormState } from '#lib/platform/formstate.ts';
import { TermsFields } from './terms-fields.tsx';
import type { TermsWords } from './terms-words.ts';

type Props = {
  action: (before: FormState, form: FormData) => Promise<FormState>;
  labels: FormLabels;
  /** What the page says that everything held costs. */
  agreedOre: number;
  terms: TermsWords;
  submit: string;
};

/** Makes a booking of what is held, at the price that stands beside it. */
export function HoldForm({ action, labels, agreedOre, terms, submit }: Props) {
  return (
    <ActionForm action={action} labels={labels}>
      <AgreedField ore={agreedOre} />
      <TermsFields {...terms} />
      <div>
        <SubmitButton>{submit}</SubmitButton>
      </div>
    </ActionForm>
  );
}
