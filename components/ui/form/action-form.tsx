'use client';

import { unstable_rethrow } from 'next/navigation';
import { type ReactNode, useActionState, useEffect, useId, useRef, useState } from 'react';
import { type FormState, valuesOf } from '#lib/platform/formstate.ts';
import { FormContext, type FormLabels } from './context.ts';

type Action = (before: FormState, form: FormData) => Promise<FormState>;
type Props = {
  action: Action;
  labels: FormLabels;
  /** Values to begin with, by field name. */
  initial?: FormState['values'];
  /** A refusal that is known already when the page opens. */
  start?: FormState | undefined;
  /** Shown above the fields when the form was refused, from the refusal's detail. */
  refused?: (detail: unknown) => ReactNode;
  /** Before the names of fields in their ids, where a page has several forms. */
  prefix?: string;
  /** Nothing can be sent any more: stands there only with what somebody typed before they knew. */
  closed?: boolean;
  children: ReactNode;
};

/**
 * A form that keeps what was typed when it is refused and says on top what to put right. Without
 * JavaScript the browser posts it and the server renders the same.
 */
export function ActionForm({
  action,
  labels,
  initial,
  start,
  refused,
  closed = false,
  prefix = '',
  children,
}: Props) {
  const [state, send, pending] = useActionState(useSafely(action, labels), start ?? {});
  const values = { ...initial, ...state.values };
  if (closed && !state.message) return null;
  return (
    <FormContext
      value={{ errors: state.errors ?? {}, values, labels, pending, prefix, detail: state.detail }}
    >
      <form action={send} noValidate>
        {state.message && <ErrorSummary state={state} labels={labels} prefix={prefix} />}
        {state.message && state.detail != null && refused?.(state.detail)}
        <div className="grid gap-6">{children}</div>
      </form>
    </FormContext>
  );
}

/**
 * The action, and a form that keeps what was typed when no answer comes (no network, a server being
 * replaced). Until the page has come alive it is the action alone, which the browser can post to.
 */
function useSafely(action: Action, labels: FormLabels): Action {
  const [alive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);
  if (!alive) return action;
  return async (before, form) => {
    try {
      return await action(before, form);
    } catch (error) {
      unstable_rethrow(error);
      return { message: labels.noAnswer, values: valuesOf(form) };
    }
  };
}

type SummaryProps = { state: FormState; labels: FormLabels; prefix: string };

/** What a refusal says; one that only asks whether a price is right says that nothing is wrong. */
function ErrorSummary({ state, labels, prefix }: SummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  const heading = useId();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new refusal takes the focus again
  useEffect(() => box.current?.focus(), [state]);
  const errors = Object.entries(state.errors ?? {});
  const { agreedOre } = (state.detail ?? {}) as { agreedOre?: number };
  const asks = agreedOre !== undefined;
  // The sentence of a field is said by the link that leads to it.
  const said = errors.some(([, text]) => text === state.message);
  return (
    <div
      className={`${asks ? 'ds-alert' : 'ds-error-summary'} mb-6`}
      data-color={asks ? 'warning' : undefined}
      data-refused=""
      ref={box}
      tabIndex={-1}
      role="alert"
      aria-labelledby={heading}
    >
      <h2 className="ds-heading" data-size="xs" id={heading}>
        {asks ? labels.confirmPrice : labels.errorSummary}
      </h2>
      {!said && <p className="m-0">{state.message}</p>}
      {errors.length > 0 && (
        <ul className="ds-list">
          {errors.map(([name, text]) => (
            <li key={name}>
              <a href={`#${prefix}${name}`}>{text}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
