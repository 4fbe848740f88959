import type { Locale } from '#lib/platform/i18n/locales.ts';
import { allMessages, type Messages } from '#lib/platform/i18n/translate.ts';
import { Notice } from './notice.tsx';

type Asked = string | string[] | undefined;
type Props = {
  /** What can have been done, each with its sentence. */
  sentences: Record<string, string>;
  done: Asked;
};

/** Says what was just done, from the address the action led to. */
export function Done({ sentences, done }: Props) {
  const key = Object.keys(sentences).find((each) => each === done);
  return key === undefined ? null : <Notice tone="success">{sentences[key]}</Notice>;
}

type Telling = {
  [N in keyof Messages]: Messages[N] extends { done: Record<string, string> } ? N : never;
}[keyof Messages];

/** The same, where a part of the portal has its sentences under `done`. */
export function DoneIn({ locale, part, done }: { locale: Locale; part: Telling; done: Asked }) {
  return <Done sentences={allMessages[locale][part].done} done={done} />;
}
