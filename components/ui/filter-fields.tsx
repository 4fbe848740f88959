type SelectProps = {
  name: string;
  label: string;
  /** What stands for no choice, where there is such. */
  all?: string;
  rows: readonly { id: string; name: string }[];
  value: string | null;
};

/** A choice in a form that is an address. */
export function FilterSelect({ name, label, all, rows, value }: SelectProps) {
  return (
    <div className="ds-field max-w-full">
      <label className="ds-label" htmlFor={name}>
        {label}
      </label>
      <select className="ds-input max-w-full" id={name} name={name} defaultValue={value ?? ''}>
        {all !== undefined && <option value="">{all}</option>}
        {rows.map((row) => (
          <option key={row.id} value={row.id}>
            {row.name}
          </option>
        ))}
      </select>
    </div>
  );
}

type DayProps = { name: string; label: string; value: string | null };

/** A day in a form that is an address. */
export function FilterDay({ name, label, value }: DayProps) {
  return (
    <div className="ds-field">
      <label className="ds-label" htmlFor={name}>
        {label}
      </label>
      <input className="ds-input" type="date" id={name} name={name} defaultValue={value ?? ''} />
    </div>
  );
}
