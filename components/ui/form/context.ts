'use client';

import { createContext, use } from 'react';

export type FormLabels = {
  errorSummary: string;
  /** Above a refusal that asks whether a price is right. */
  confirmPrice: string;
  optional: string;
  sending: string;
  /** Said when no answer came. */
  noAnswer: string;
};

type FormShared = {
  errors: Record<string, string>;
  values: Record<string, string | string[]>;
  labels: FormLabels;
  pending: boolean;
  /** What the refusal said besides, for the page to go on with. */
  detail: unknown;
};

export const FormContext = createContext<FormShared>({
  errors: {},
  values: {},
  labels: { errorSummary: '', confirmPrice: '', optional: '', sending: '', noAnswer: '' },
  pending: false,
  detail: null,
});

/** What a field needs to know of its form. */
export function useField(name: string) {
  const { errors, values, labels } = use(FormContext);
  const value = values[name];
  return { error: errors[name], value, labels, errorId: `${name}-error`, hintId: `${name}-hint` };
}
