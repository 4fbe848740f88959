import type { Metadata } from 'next';
import { cache } from 'react';
import { Decisions } from '#components/lists/decisions.tsx';
import { DemoRecord } from '#components/lists/demo-record.tsx';
import { recordOf } from '#components/lists/record.ts';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { PrintButton } from '#components/ui/print-button.tsx';
import { findLockedList } from '#lib/lists/reads.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enter, orNotFound } from '#lib/platform/session/entry.ts';

type Props = { params: Promise<{ locale: Locale; hub: string; org: string; list: string }> };

const load = cache(async (locale: Locale, hub: string, org: string, id: string) => {
  const scope = await enter(locale, hub, org);
  const list = await orNotFound(() => findLockedList(scope, id));
  const reading = { locale, hub: scope.hub, organisation: scope.organisation.name };
  return recordOf(reading, list);
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, hub, org, list } = await params;
  return { title: (await load(locale, hub, org, list)).title };
}

/** A locked list with everything open, for paper. */
export default async function ListPrintPage({ params }: Props) {
  const { locale, hub, org, list: id } = await params;
  const record = await load(locale, hub, org, id);
  const t = translator(locale, 'lists');
  return (
    <article className="max-w-4xl">
      <div className="no-print">
        <Breadcrumbs
          label={translator(locale, 'site')('breadcrumb')}
          crumbs={[{ href: `/${locale}/${hub}/${org}/lists/${id}`, label: record.title }]}
        />
      </div>
      <h1 className="ds-heading mt-4" data-size="lg">
        {record.title}
      </h1>
      <PrintButton label={t('print')} />
      <dl className="m-0 mt-4 grid gap-x-6 gap-y-2 sm:grid-cols-2 print:grid-cols-2">
        {record.facts.map(({ label, value }) => (
          <div key={label}>
            <dt className="quiet text-base">{label}</dt>
            <dd className="m-0">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-4">{record.neutral}</p>
      <h2 className="ds-heading mt-8" data-size="sm">
        {t('demos')}
      </h2>
      <ul className="m-0 grid list-none gap-4 p-0">
        {record.demos.map((demo) => (
          <li className="panel break-inside-avoid p-5" key={demo.id}>
            <DemoRecord locale={locale} demo={demo} />
          </li>
        ))}
      </ul>
      <Decisions locale={locale} decisions={record.decisions} />
    </article>
  );
}
