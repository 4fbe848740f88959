import { SettingsError } from '#lib/platform/env.ts';

/** A start or command that cannot go on: the message is one plain sentence for whoever runs it. */
export class Refusal extends Error {
  constructor(sentence: string, options?: ErrorOptions) {
    super(sentence, options);
    this.name = 'Refusal';
  }
}

/** What to print for an error that ends a command: a sentence where it is ours, else the stack. */
export function explain(error: unknown): string {
  if (error instanceof Refusal || error instanceof SettingsError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
