'use client';

import { type ReactNode, useActionState, useEffect, useId, useRef } from 'react';
import type { FormState } from '#lib/platform/formstate.ts';
import { FormContext, type FormLabels } from './context.ts';

type Props = {
  action: (before: FormState, form: FormData) => Promise<FormState>;
  labels: FormLabels;
  /** Values to begin with, by field name. */
  initial?: FormState['values'];
  /** Shown above the fields when the form was refused, from the refusal's detail. */
  refused?: (detail: unknown) => ReactNode;
  children: ReactNode;
};

/**
 * A form that keeps what was typed when it is refused and says on top what to put right. Without
 * JavaScript the browser posts it and the server renders the same.
 */
export function ActionForm({ action, labels, initial, refused, children }: Props) {
  const [state, send, pending] = useActionState(action, {});
  const values = { ...initial, ...state.values };
  return (
    <FormContext value={{ errors: state.errors ?? {}, values, labels, pending }}>
      <form action={send} noValidate>
        {state.message && <ErrorSummary state={state} title={labels.errorSummary} />}
        {state.message && state.detail != null && refused?.(state.detail)}
        <div className="grid gap-6">{children}</div>
      </form>
    </FormContext>
  );
}

function ErrorSummary({ state, title }: { state: FormState; title: string }) {
  const box = useRef<HTMLDivElement>(null);
  const heading = useId();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new refusal takes the focus again
  useEffect(() => box.current?.focus(), [state]);
  const errors = Object.entries(state.errors ?? {});
  return (
    <div
      className="ds-error-summary mb-6"
      ref={box}
      tabIndex={-1}
      role="alert"
      aria-labelledby={heading}
    >
      <h2 className="ds-heading" data-size="xs" id={heading}>
        {title}
      </h2>
      <p className="m-0">{state.message}</p>
      {errors.length > 0 && (
        <ul className="ds-list">
          {errors.map(([name, text]) => (
            <li key={name}>
              <a href={`#${name}`}>{text}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
