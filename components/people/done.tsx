import { Notice } from '#components/ui/notice.tsx';

type Props = {
  /** What can have been done, each with its sentence. */
  sentences: Record<string, string>;
  done: string | string[] | undefined;
};

/** Says what was just done, from the address the action led to. */
export function Done({ sentences, done }: Props) {
  const key = Object.keys(sentences).find((each) => each === done);
  return key === undefined ? null : <Notice tone="success">{sentences[key]}</Notice>;
}
