/** Something in the way, in words, and where it leads. */
export type Found = { key: string; text: string; href: string | null };

/** What stands in the way of something. */
export function FoundList({ title, found }: { title: string; found: readonly Found[] }) {
  if (found.length === 0) return null;
  return (
    <section className="panel mb-6 px-5 py-4" aria-label={title}>
      <p className="m-0 font-semibold">{title}</p>
      <ul className="ds-list mt-2 mb-0">
        {found.map(({ key, text, href }) => (
          <li key={key}>{href ? <a href={href}>{text}</a> : text}</li>
        ))}
      </ul>
    </section>
  );
}
