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
  /** Before the names of fields in their ids, where a page has several forms. */
  prefix: string;
  /** What the refusal said besides, for the page to go on with. */
  detail: unknown;
};

export const FormContext = createContext<FormShared>({
  errors: {},
  values: {},
  labels: { errorSummary: '', confirmPrice: '', optional: '', sending: '', noAnswer: '' },
  pending: false,
  prefix: '',
  detail: null,
});

/** What a field needs to know of its form. */
export function useField(name: string) {
  const { errors, values, labels, prefix } = use(FormContext);
  const id = prefix + name;
  const ids = { id, errorId: `${id}-error`, hintId: `${id}-hint` };
  return { ...ids, error: errors[name], value: values[name], labels };
}
