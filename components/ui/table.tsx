import type { ReactNode } from 'react';

type Props = {
  caption: string;
  head: string[];
  rows: { key: string; cells: ReactNode[] }[];
  /** The columns of figures, counted from nought: right-aligned, so that they can be compared. */
  figures?: readonly number[];
};

/** Plain rows and columns, the first cell of a row its name; scrolls in its own frame where narrow. */
export function Table({ caption, head, rows, figures = [] }: Props) {
  const align = (column: number) =>
    figures.includes(column) ? 'text-right whitespace-nowrap tabular-nums' : undefined;
  return (
    // Contained: without it Chromium lets what scrolls in here widen a narrow page all the same.
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form, a section for a part of the page
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard must be able to scroll it (WCAG 2.1.1)
    <div className="overflow-x-auto [contain:paint]" role="group" aria-label={caption} tabIndex={0}>
      <table className="ds-table w-full" data-border="true">
        <thead>
          <tr>
            {head.map((name, n) => (
              <th key={name} scope="col" className={align(n)}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells: [first, ...rest] }) => (
            <tr key={key}>
              <th scope="row" className="font-normal">
                {first}
              </th>
              {rest.map((cell, n) => (
                <td key={head[n + 1]} className={align(n + 1)}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
