import type { ReactNode } from 'react';

type Props = { title: string; lead?: string; children?: ReactNode };

/** The page's one h1, what the page is for, and its main actions. */
export function PageHeader({ title, lead, children }: Props) {
  return (
    <div className="mt-8 mb-6">
      <h1 className="ds-heading m-0" data-size="lg">
        {title}
      </h1>
      {lead && <p className="prose quiet mt-3 mb-0 text-lg">{lead}</p>}
      {children && <div className="mt-5 flex flex-wrap gap-3">{children}</div>}
    </div>
  );
}
