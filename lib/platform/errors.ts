import type { Values } from './i18n/sentence.ts';

/** It does not exist, or not for you: the two must look the same. Becomes a 404. */
export class NotFound extends Error {
  override name = 'NotFound';
}

/**
 * A rule said no. `code` names a message under `refusals`; `fields` maps a field's name to such a
 * code; `detail` carries what a page needs to offer a way on (alternatives, the newer version), and
 * `values` what the sentences name.
 */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly code: string;
  readonly fields: Record<string, string>;
  readonly detail: unknown;
  readonly values: Values;

  constructor(
    code: string,
    fields: Record<string, string> = {},
    detail: unknown = null,
    values: Values = {},
  ) {
    super(code);
    this.code = code;
    this.fields = fields;
    this.detail = detail;
    this.values = values;
  }
}

type DriverFault = {
  originalCode?: string;
  code?: string;
  originalMessage?: string;
  message?: string;
};

/** What PostgreSQL said, dug out of Prisma's wrapping: SQLSTATE and the constraint's name. */
export function databaseFault(error: unknown): { state: string; constraint: string | null } | null {
  const cause = causeOf(error);
  if (!cause) return null;
  const text = cause.originalMessage ?? cause.message ?? '';
  const constraint = /constraint "(\w+)"/.exec(text)?.[1] ?? null;
  return { state: cause.originalCode ?? cause.code ?? '', constraint };
}

/** True when the named constraint refused the write. */
export function refusedBy(error: unknown, constraint: string): boolean {
  return databaseFault(error)?.constraint === constraint;
}

/** Deadlock or serialisation failure: the whole transaction may be tried again. */
export function isWorthRetrying(error: unknown): boolean {
  const state = databaseFault(error)?.state;
  return state === '40P01' || state === '40001';
}

function causeOf(error: unknown): DriverFault | null {
  if (typeof error !== 'object' || error === null) return null;
  const held = error as {
    meta?: { driverAdapterError?: { cause?: DriverFault } };
    cause?: unknown;
  };
  const cause = held.meta?.driverAdapterError?.cause ?? held.cause;
  return typeof cause === 'object' && cause !== null ? (cause as DriverFault) : null;
}
