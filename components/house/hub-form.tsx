'use client';

import type { ReactNode } from 'react';
import { ActionForm } from '#components/ui/form/action-form.tsx';
import type { FormLabels } from '#components/ui/form/context.ts';
import type { FormState } from '#lib/platform/formstate.ts';

type Faint = { colour: string; scheme: string; pair: string; ratio: number; needed: number };
type Props = {
  action: (before: FormState, form: FormData) => Promise<FormState>;
  labels: FormLabels;
  initial: Record<string, string | string[]>;
  /** Names for colours, schemes and pairs, by their code. */
  words: Record<string, string>;
  children: ReactNode;
};

/** The form of a new hub; colours that are too faint are told with their figures. */
export function HubForm({ words, children, ...form }: Props) {
  return (
    <ActionForm {...form} refused={(detail) => <Figures words={words} detail={detail} />}>
      {children}
    </ActionForm>
  );
}

function Figures({ words, detail }: { words: Record<string, string>; detail: unknown }) {
  const { faint = [] } = (detail ?? {}) as { faint?: Faint[] };
  return (
    <ul className="ds-list">
      {faint.map(({ colour, scheme, pair, ratio, needed }) => (
        <li key={`${colour} ${scheme} ${pair}`}>
          {words[colour]}, {words[scheme]}: {words[pair]} {ratio}:1 ({needed}:1)
        </li>
      ))}
    </ul>
  );
}
