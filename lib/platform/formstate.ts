/** What a form shows after it was refused: the reasons, and everything that was typed. */
export type FormState = {
  /** One sentence on top, in the reader's language; absent before the first sending. */
  message?: string;
  /** A field's name to its sentence. */
  errors?: Record<string, string>;
  /** What was typed, by field name. */
  values?: Record<string, string | string[]>;
  /** What the page may offer as a way on; the domain says of what shape. */
  detail?: unknown;
};

/** Field names to text; a name that ends in [] to a list. Files and the framework's own are left out. */
export function valuesOf(form: FormData): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {};
  for (const name of new Set(form.keys())) {
    if (name.startsWith('$ACTION')) continue;
    const all = form.getAll(name).filter((value) => typeof value === 'string');
    if (name.endsWith('[]')) values[name.slice(0, -2)] = all.map(typed);
    else values[name] = typed(all.at(-1) ?? '');
  }
  return values;
}

// Nobody types these: control characters, and marks that turn the direction of what follows.
const untyped = /[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu;

function typed(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(untyped, (mark) => (/[\n\t]/.test(mark) ? mark : ''));
}
