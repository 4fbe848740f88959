'use client';

import { use } from 'react';
import { FormContext } from '#components/ui/form/context.ts';
import { HiddenField } from '#components/ui/form/fields.tsx';

/** What the reader has been shown that it costs: first by the page, then by the refusal that said it is more. */
export function AgreedField({ ore }: { ore: number }) {
  const { agreedOre = ore } = (use(FormContext).detail ?? {}) as { agreedOre?: number };
  return <HiddenField name="agreedOre" value={String(agreedOre)} />;
}
