import type { ReactNode } from 'react';

type Fact = { label: string; value: ReactNode };
type Props = {
  /** What the list is of, for those who hear it. */
  label: string;
  rows: { key: string; name: ReactNode; facts: Fact[] }[];
};

/** Things with the same few facts each: beside one another where there is room, below where there is none. */
export function RecordList({ label, rows }: Props) {
  return (
    <ul className="m-0 list-none p-0" aria-label={label}>
      {rows.map(({ key, name, facts }) => (
        <li
          className="border-b border-neutral-border-subtle py-3 md:grid md:grid-cols-[2fr_4fr] md:gap-6"
          key={key}
        >
          <p className="m-0 font-medium [overflow-wrap:anywhere]">{name}</p>
          <dl className="m-0 flex flex-wrap gap-x-6 gap-y-1 text-base md:flex-nowrap">
            {facts.map((fact) => (
              <div className="min-w-40 flex-1" key={fact.label}>
                <dt className="quiet text-sm">{fact.label}</dt>
                <dd className="m-0 [overflow-wrap:anywhere]">{fact.value}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}
