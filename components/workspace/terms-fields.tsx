import { Disclosure } from '#components/ui/disclosure.tsx';
import { Choices } from '#components/ui/form/fields.tsx';
import type { TermsWords } from './terms-words.ts';

/** Each text behind its name, and a box for each. */
export function TermsFields({ legend, hint, all }: TermsWords) {
  if (all.length === 0) return null;
  return (
    <div>
      {all.map(({ id, read, paragraphs }) => (
        <Disclosure key={id} summary={read}>
          <Paragraphs of={paragraphs} />
        </Disclosure>
      ))}
      <Choices
        name="termsAccepted"
        label={legend}
        hint={hint}
        type="checkbox"
        options={all.map(({ id, option }) => ({ value: id, label: option }))}
      />
    </div>
  );
}

/** A text as it was written, lines and all. */
export function Paragraphs({ of }: { of: readonly string[] }) {
  return (
    <div className="prose panel mb-4 whitespace-pre-line p-4 [overflow-wrap:anywhere]">
      {of.map((paragraph) => (
        <p className="first:mt-0 last:mb-0" key={paragraph}>
          {paragraph}
        </p>
      ))}
    </div>
  );
}
