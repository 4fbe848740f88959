import type { Present } from '#lib/presence/reads.ts';

/** People by organisation. */
export function PresentList({ label, present }: { label: string; present: readonly Present[] }) {
  const bodies = Map.groupBy(present, ({ organisation }) => organisation);
  return (
    <ul className="m-0 grid list-none gap-4 p-0 sm:grid-cols-2" aria-label={label}>
      {[...bodies].map(([organisation, people]) => (
        <li className="panel p-4" key={organisation}>
          <p className="m-0 font-semibold">{organisation}</p>
          <p className="m-0">{people.map(({ person }) => person).join(', ')}</p>
        </li>
      ))}
    </ul>
  );
}
