import type { ReactNode } from 'react';

/** Facts as pairs of a word and what it is; `id` lets an error summary lead to the fact. */
export type Fact = { term: string; id?: string; text: ReactNode };

export function BookingFacts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="m-0 grid gap-x-6 gap-y-3 sm:grid-cols-[max-content_1fr]">
      {facts.map(({ term, id, text }) => (
        <div className="contents" key={term}>
          <dt className="quiet -mb-3 sm:mb-0">{term}</dt>
          <dd className="m-0 min-w-0 font-semibold [overflow-wrap:anywhere]" id={id}>
            {text}
          </dd>
        </div>
      ))}
    </dl>
  );
}
