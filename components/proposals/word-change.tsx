import { Fragment } from 'react';
import { type Run, wordDifferences } from '#lib/platform/word-differences.ts';

type Props = {
  before: string;
  after: string;
  language: string;
  words: Record<'before' | 'after' | 'removed' | 'added', string>;
};

/** Two texts beside one another, with the words marked that only one has; told in words, too, not by colour alone. */
export function WordChange({ before, after, language, words }: Props) {
  const runs = wordDifferences(before, after);
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Side name="before" {...{ runs, language, words }} />
      <Side name="after" {...{ runs, language, words }} />
    </div>
  );
}

type SideProps = Pick<Props, 'language' | 'words'> & { name: 'before' | 'after'; runs: Run[] };

function Side({ name, runs, language, words }: SideProps) {
  const told = runs.filter((run) => run.in === 'both' || run.in === name);
  return (
    <div className="min-w-0">
      <span className="quiet block text-base">{words[name]}</span>
      <p className="m-0 break-words whitespace-pre-line" lang={language}>
        {told.map((run, n) => {
          // The order of the runs is all that tells them apart, and it never changes.
          const key = `${n} ${run.in}`;
          if (run.in === 'both') return <span key={key}>{run.text}</span>;
          const Mark = name === 'before' ? 'del' : 'ins';
          // The space before stays outside the mark.
          const [space = ''] = run.text.match(/^\s*/) ?? [];
          return (
            <Fragment key={key}>
              {space}
              <Mark
                className={
                  name === 'before'
                    ? 'bg-danger-background-tinted line-through'
                    : 'bg-success-background-tinted font-semibold underline'
                }
              >
                <span className="ds-sr-only">
                  {words[name === 'before' ? 'removed' : 'added']}{' '}
                </span>
                {run.text.slice(space.length)}
              </Mark>
            </Fragment>
          );
        })}
      </p>
    </div>
  );
}
