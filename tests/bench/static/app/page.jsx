const rows = Array.from({ length: 40 }, (_, n) => n + 1);

/** About as many bytes as the showroom's list, and nothing to look up. */
export default function Page() {
  return (
    <ul>
      {rows.map((n) => (
        <li key={n}>
          <h2>
            <a href={`/${n}`}>A demo with the number {n}</a>
          </h2>
          <p>
            A text of about the length that a demo in the showroom has: two sentences that say what
            it is and whom it helps, so that a reader knows whether to go on.
          </p>
          <p>An organisation · Municipality · In use</p>
        </li>
      ))}
    </ul>
  );
}
