'use client';

import type { ReactNode } from 'react';
import { ActionForm } from '#components/ui/form/action-form.tsx';
import type { FormLabels } from '#components/ui/form/context.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import { formatLocales, type Locale } from '#lib/platform/i18n/locales.ts';

type Faint = { colour: string; scheme: string; pair: string; ratio: number; needed: number };
type Props = {
  action: (before: FormState, form: FormData) => Promise<FormState>;
  labels: FormLabels;
  initial: Record<string, string | string[]>;
  locale: Locale;
  /** Names for colours, schemes and pairs, by their code. */
  words: Record<string, string>;
  children: ReactNode;
};

/** The form of a new hub; colours that are too faint are told with their figures. */
export function HubForm({ locale, words, children, ...form }: Props) {
  return (
    <ActionForm
      {...form}
      refused={(detail) => <Figures locale={locale} words={words} detail={detail} />}
    >
      {children}
    </ActionForm>
  );
}

type FiguresProps = Pick<Props, 'locale' | 'words'> & { detail: unknown };

function Figures({ locale, words, detail }: FiguresProps) {
  const number = new Intl.NumberFormat(formatLocales[locale]);
  const { faint = [] } = (detail ?? {}) as { faint?: Faint[] };
  return (
    <ul className="ds-list">
      {faint.map(({ colour, scheme, pair, ratio, needed }) => (
        <li key={`${colour} ${scheme} ${pair}`}>
          {words[colour]}, {words[scheme]}: {words[pair]} {number.format(ratio)}:1 (
          {number.format(needed)}:1)
        </li>
      ))}
    </ul>
  );
}
