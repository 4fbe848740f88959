type Plain = string | number | boolean | string[] | null;
type Change = { [key: string]: string | number | boolean | string[] };

const mostTold = 300;

/**
 * What an event tells of a change: the names of the fields that differ and, of those that are no
 * personal data, the old and the new value.
 */
export function changesOf(
  before: Record<string, Plain | undefined>,
  after: Record<string, Plain>,
  silent: readonly string[] = [],
): Change {
  const said = (value: Plain | undefined) =>
    Array.isArray(value) ? value.join(', ') : String(value ?? '');
  const changed = Object.keys(after).filter(
    (field) => said(before[field]) !== said(after[field] ?? null),
  );
  const told = changed
    .filter((field) => !silent.includes(field))
    .flatMap((field) => [
      [`from.${field}`, said(before[field]).slice(0, mostTold)],
      [`to.${field}`, said(after[field] ?? null).slice(0, mostTold)],
    ]);
  return { changed, ...Object.fromEntries(told) };
}
