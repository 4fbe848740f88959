import { revalidatePath } from 'next/cache';
import { notFound, unstable_rethrow } from 'next/navigation';
import type { z } from 'zod';
import { NotFound, Refusal } from './errors.ts';
import { type FormState, valuesOf } from './formstate.ts';
import { isLocale, type Locale } from './i18n/locales.ts';
import { sentence } from './i18n/sentence.ts';
import { translator } from './i18n/translate.ts';
import { logFault } from './log.ts';

export { sentence };

/**
 * The frame of every server action: parse with the domain's schema, run, and turn a refusal into
 * what the form shows. `run` ends with a redirect; when it returns, the form is shown unchanged.
 */
export async function act<S extends z.ZodType>(
  locale: Locale,
  schema: S,
  form: FormData,
  run: (input: z.output<S>) => Promise<void>,
): Promise<FormState> {
  if (!isLocale(locale) || !(form instanceof FormData)) notFound();
  const values = valuesOf(form);
  const parsed = schema.safeParse(values);
  if (!parsed.success) return { ...fromIssues(locale, parsed.error.issues), values };
  try {
    await run(parsed.data);
    refresh();
    return { values };
  } catch (error) {
    // The text stays on the page, where the browser can keep it; anew, the page would lead away.
    if (leadsToSignIn(error)) return { message: sentence(locale, 'refusals.signedOut'), values };
    refresh();
    unstable_rethrow(error);
    if (error instanceof NotFound) notFound();
    if (error instanceof Refusal) return { ...fromRefusal(locale, error), values };
    const id = logFault(error, 'action');
    return { message: translator(locale, 'site')('broken.text', { id }), values };
  }
}

/** What surrounds the page (unread notices, names) is made anew with it. */
function refresh(): void {
  revalidatePath('/', 'layout');
}

function leadsToSignIn(error: unknown): boolean {
  const { digest = '' } = (error ?? {}) as { digest?: string };
  return /^NEXT_REDIRECT;[^;]*;\/\w\w\/sign-in\?next=/.test(digest);
}

function fromRefusal(locale: Locale, refusal: Refusal): FormState {
  const message = sentence(locale, refusal.code, refusal.values);
  return { message, errors: fieldSentences(locale, refusal), detail: refusal.detail };
}

/** What a refusal says of each field. */
export function fieldSentences(locale: Locale, refusal: Refusal): Record<string, string> {
  const words = (code: string) => sentence(locale, code, refusal.values);
  return Object.fromEntries(
    Object.entries(refusal.fields).map(([field, code]) => [field, words(code)]),
  );
}

/** Codes by field, as sentences. */
export function inWords(locale: Locale, codes: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(codes).map(([field, code]) => [field, sentence(locale, code)]),
  );
}

// A schema's own messages are codes; zod's stock ones (English) become the general sentence.
function fromIssues(locale: Locale, issues: z.core.$ZodIssue[]): FormState {
  const errors: Record<string, string> = {};
  for (const issue of issues) {
    const field = String(issue.path[0] ?? '');
    errors[field] ??= sentence(locale, codeOf(issue));
  }
  return { message: sentence(locale, 'refusals.invalid'), errors };
}

function codeOf(issue: z.core.$ZodIssue): string {
  if (/^[a-z]+(\.[A-Za-z]+)+$/.test(issue.message)) return issue.message;
  return issue.code === 'too_big' ? 'refusals.tooLong' : 'refusals.invalid';
}
