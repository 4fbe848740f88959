/** What a form and what is kept say differently; values of the kept one. The order of choices is none. */
export function differences<T extends Record<string, string | readonly string[]>>(
  kept: T,
  typed: Record<keyof T, string | readonly string[]>,
): Partial<T> {
  const plain = (value: string | readonly string[]) =>
    typeof value === 'string' ? value : [...value].sort().join('\n');
  const fields = Object.keys(kept) as (keyof T)[];
  const differing = fields.filter((field) => {
    const [one, other] = [kept[field], typed[field]];
    return one !== undefined && plain(one) !== plain(other);
  });
  return Object.fromEntries(differing.map((field) => [field, kept[field]])) as Partial<T>;
}
