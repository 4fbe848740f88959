import type { DayWords } from './series-words.ts';

type Props = { caption: string; words: { ok: string }; days: readonly DayWords[] };

/** Every day of a series: free, or what stands in the way. */
export function SeriesDays({ caption, words, days }: Props) {
  return (
    <ol className="m-0 mb-6 grid list-none gap-1 p-0" aria-label={caption}>
      {days.map(({ date, day, time, problem }) => (
        <li
          className="grid gap-x-4 border-0 border-b border-solid border-neutral-border-subtle py-2 sm:grid-cols-[16rem_8rem_1fr]"
          key={date}
        >
          <span className="first-letter:uppercase">{day}</span>
          <span>{time}</span>
          <span className={problem ? 'font-semibold' : 'quiet'}>
            <span aria-hidden="true">{problem ? '✕ ' : '✓ '}</span>
            {problem ?? words.ok}
          </span>
        </li>
      ))}
    </ol>
  );
}
