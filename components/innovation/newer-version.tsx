import type { Option } from '#components/ui/form/fields.tsx';

export type NewerWords = {
  fields: Record<string, string>;
  options: Partial<Record<string, Option[]>>;
  newer: string;
  newerHint: string;
  newerEmpty: string;
};
type Detail = { newer?: Record<string, string | string[]> };

/** What a colleague saved meanwhile, field by field where it differs from what was typed. */
export function NewerVersion({ detail, words }: { detail: unknown; words: NewerWords }) {
  const { newer } = detail as Detail;
  if (!newer) return null;
  return (
    <section className="panel mb-6 p-5" aria-labelledby="newer">
      <h2 className="ds-heading" data-size="xs" id="newer">
        {words.newer}
      </h2>
      <p>{words.newerHint}</p>
      <dl className="m-0 grid gap-4">
        {Object.entries(newer).map(([name, value]) => (
          <div key={name}>
            <dt className="font-semibold">
              <a href={`#${name}`}>{words.fields[name]}</a>
            </dt>
            <dd className="m-0 whitespace-pre-line">{shown(name, value, words)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Chosen things by their labels, everything else as it was written. */
function shown(name: string, value: string | string[], words: NewerWords): string {
  const options = words.options[name];
  const labelOf = (one: string) => options?.find((option) => option.value === one)?.label ?? one;
  const text = [value].flat().map(labelOf).join('\n');
  return text || words.newerEmpty;
}
