'use client';

import { type Draft, thingsOf } from '#lib/floors/draft.ts';
import { outsideOf, overlapsOf } from '#lib/floors/geometry.ts';
import { type EditorPlace, type EditorWords, filled, nameOf } from './editor-facts.ts';

type Props = { draft: Draft; words: EditorWords; places: EditorPlace[] };

/** What stands outside, which is refused, and what stands on one another, which is only told. */
export function PlanFaults({ draft, words, places }: Props) {
  const called = (key: string) => {
    const thing = thingsOf(draft).find((one) => one.key === key);
    return thing ? nameOf(thing, draft, words, places) : '';
  };
  const told = [
    ...outsideOf(draft).map((key) => filled(words.outside, { thing: called(key) })),
    ...overlapsOf(draft).map(([one, other]) =>
      filled(words.overlaps, { one: called(one), other: called(other) }),
    ),
  ];
  if (told.length === 0) return null;
  return (
    <section className="ds-alert" data-color="warning" aria-label={words.wrong}>
      <ul className="ds-list m-0">
        {told.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}
