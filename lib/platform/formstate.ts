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
