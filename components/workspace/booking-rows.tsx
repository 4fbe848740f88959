'use client';

import { Tag, type Tone } from '#components/ui/tag.tsx';

type Moment = { at: string; word: string };
export type RowWords = {
  href: string;
  place: string;
  date: string;
  from: Moment;
  to: Moment;
  status: { tone: Tone; word: string } | null;
  purpose: string;
  /** Says that it is a day of a series. */
  series: string | null;
  who: string;
  cancel: { word: string; label: string } | null;
};

/** Rows given as words alone: a long list then travels once as data, not twice as markup. */
export function BookingRows({ rows }: { rows: RowWords[] }) {
  return (
    <ul className="m-0 grid list-none gap-3 p-0">
      {rows.map((row) => (
        <Row key={row.href} row={row} />
      ))}
    </ul>
  );
}

function Row({ row }: { row: RowWords }) {
  return (
    <li className="panel grid items-center gap-x-6 gap-y-2 px-5 py-4 md:grid-cols-[15rem_1fr_auto]">
      <div>
        <div className="first-letter:uppercase">{row.date}</div>
        <div className="text-lg font-semibold">
          <time dateTime={row.from.at}>{row.from.word}</time>–
          <time dateTime={row.to.at}>{row.to.word}</time>
        </div>
      </div>
      <div className="min-w-0">
        <a className="text-lg font-semibold" href={row.href}>
          {row.place}
        </a>{' '}
        {row.status && <Tag tone={row.status.tone}>{row.status.word}</Tag>}
        {row.purpose && <p className="m-0">{row.purpose}</p>}
        <p className="quiet m-0 text-base">{[row.who, row.series].filter(Boolean).join(' · ')}</p>
      </div>
      {row.cancel && (
        <a
          className="ds-button w-fit"
          data-variant="secondary"
          data-color="neutral"
          data-size="sm"
          href={`${row.href}/cancel`}
          aria-label={row.cancel.label}
        >
          {row.cancel.word}
        </a>
      )}
    </li>
  );
}
