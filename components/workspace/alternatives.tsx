'use client';

import { useField } from '#components/ui/form/context.ts';

/** A way out of a clash: where it leads and what it is, in words. */
export type WayOut = { href: string; label: string };
type Props = { heading: string; none: string; ways: readonly WayOut[] };

/** What is free instead, nearest first; the purpose typed so far goes along. */
export function Alternatives({ heading, none, ways }: Props) {
  const { value } = useField('purpose');
  const purpose = typeof value === 'string' ? value : '';
  if (ways.length === 0) return <p className="mt-0">{none}</p>;
  return (
    <section className="mb-6" aria-labelledby="alternatives">
      <h2 className="ds-heading" data-size="xs" id="alternatives">
        {heading}
      </h2>
      <ul className="m-0 grid list-none gap-2 p-0">
        {ways.map(({ href, label }) => (
          <li key={href}>
            <a className="inline-flex min-h-11 items-center" href={withPurpose(href, purpose)}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function withPurpose(href: string, purpose: string): string {
  return purpose === '' ? href : `${href}&purpose=${encodeURIComponent(purpose)}`;
}
