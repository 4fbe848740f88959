import type { ReactNode } from 'react';

export type FilterGroup = {
  name: string;
  legend: string;
  options: { value: string; label: string; count?: number; chosen: boolean }[];
  /** One of several, where only one can be. */
  one?: boolean;
  /** Folded until something in it is chosen. */
  folded?: boolean;
};
type Search = { label: string; hint: string; submit: string; words: string };
type Props = {
  id?: string;
  groups: FilterGroup[];
  apply: string;
  /** A field for words above the choices; or one of one's own, `words`. */
  search?: Search;
  words?: ReactNode;
  /** Other fields, below the choices. */
  children?: ReactNode;
  /** What the folded choices are called; without it they stand open. */
  fold?: string;
  /** Goes along unseen. */
  hidden?: Record<string, string>;
};

/** Words and choices in one form that is an address: works without JavaScript and with Back. */
export function FilterForm({
  id,
  groups,
  apply,
  search,
  words,
  fold,
  hidden = {},
  children,
}: Props) {
  const shown = groups.filter(({ options }) => options.length > 0);
  const chosen = shown.some(({ options }) => options.some((option) => option.chosen));
  const choices = (
    <>
      <div className="grid gap-5" data-live="">
        {shown.map((group) => (
          <Group key={group.name} {...group} />
        ))}
      </div>
      {children && <div data-live="">{children}</div>}
      <button className="ds-button" data-variant="secondary" type="submit">
        {apply}
      </button>
    </>
  );
  return (
    <search>
      <form method="get" id={id} className="grid content-start gap-5">
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {search && <Words {...search} />}
        {words}
        {fold ? (
          <Fold summary={fold} open={chosen}>
            {choices}
          </Fold>
        ) : (
          choices
        )}
      </form>
    </search>
  );
}

function Fold({
  summary,
  open,
  children,
}: {
  summary: string;
  open: boolean;
  children: ReactNode;
}) {
  return (
    <details className="unfolds" open={open}>
      <summary>{summary}</summary>
      <div className="mt-3 grid gap-5">{children}</div>
    </details>
  );
}

function Words({ label, hint, submit, words }: Search) {
  return (
    <div className="ds-field">
      <label className="ds-label" htmlFor="q">
        {label}
      </label>
      <div className="quiet text-base" id="q-hint">
        {hint}
      </div>
      <div className="flex gap-2">
        <input
          className="ds-input"
          type="search"
          id="q"
          name="q"
          defaultValue={words}
          maxLength={80}
          aria-describedby="q-hint"
        />
        <button className="ds-button" type="submit">
          {submit}
        </button>
      </div>
    </div>
  );
}

function Group(group: FilterGroup) {
  const { folded, legend, options } = group;
  if (!folded) return <Choices {...group} />;
  return (
    <details data-group={group.name} open={options.some((option) => option.chosen)}>
      <summary className="min-h-9 cursor-pointer py-1 font-semibold">{legend}</summary>
      <Choices {...group} quiet={true} />
    </details>
  );
}

function Choices({ name, legend, options, one, quiet }: FilterGroup & { quiet?: boolean }) {
  return (
    <fieldset className="m-0 border-0 p-0">
      <legend className={quiet ? 'ds-sr-only' : 'font-semibold'}>{legend}</legend>
      {options.map(({ value, label, count, chosen }) => (
        <label className="ticked" key={value}>
          <input
            className="tick"
            type={one ? 'radio' : 'checkbox'}
            name={name}
            value={value}
            defaultChecked={chosen}
            // Back shows what the address says, not what was ticked when one left.
            autoComplete="off"
          />
          <span>
            {label} {count !== undefined && <span className="quiet">({count})</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
