'use client';

/** Asks the browser to print the page; without scripts its own menu does. */
export function PrintButton({ label }: { label: string }) {
  return (
    <button
      className="ds-button scripted no-print"
      data-variant="secondary"
      type="button"
      onClick={() => window.print()}
    >
      {label}
    </button>
  );
}
