import type { Metadata } from 'next';
import { HoursTable } from '#components/chrome/hours-table.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { describePlace, placeFacts } from '#components/workspace/describe.ts';
import { FloorPlan } from '#components/workspace/floor-plan.tsx';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { orNotFound, visit } from '#lib/platform/session/entry.ts';
import type { PlaceFacts } from '#lib/workspace/house.ts';
import { findHouse } from '#lib/workspace/reads.ts';

type Props = { params: Promise<{ locale: Locale; hub: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, hub } = await params;
  const { name } = (await visit(hub)).hub;
  return { title: `${translator(locale, 'site')('workspace.title')} – ${name}` };
}

/** The house as it is: plan, places, hours. What is free is for those who sign in. */
export default async function WorkspacePage({ params }: Props) {
  const { locale, hub } = await params;
  const scope = await visit(hub);
  const { site, floors, places } = await orNotFound(() => findHouse(scope));
  const t = translator(locale, 'site');
  return (
    <>
      <PageHeader title={t('workspace.title')} lead={t('workspace.lead')}>
        <ButtonLink href={`/${locale}/account?hub=${hub}`}>{t('workspace.book')}</ButtonLink>
      </PageHeader>
      {floors.map((floor) => {
        const here = places.filter((place) => place.floorId === floor.id);
        const heading = `floor-${floor.id}`;
        return (
          <section key={floor.id} aria-labelledby={heading}>
            <h2 className="ds-heading" data-size="sm" id={heading}>
              {t('workspace.planOf', { floor: inLocale(floor.name, locale) })}
            </h2>
            <FloorPlan
              plan={floor}
              places={here}
              locale={locale}
              describe={(place) => describePlace(locale, place)}
            />
            <Places locale={locale} places={here} />
          </section>
        );
      })}
      <HoursTable locale={locale} hours={site.hours} />
    </>
  );
}

function Places({ locale, places }: { locale: Locale; places: PlaceFacts[] }) {
  const rows = places.toSorted((one, other) => one.readingOrder - other.readingOrder);
  return (
    <ul className="mt-6 grid list-none gap-3 p-0 sm:grid-cols-2 lg:grid-cols-3">
      {rows.map((place) => (
        <li className="panel p-4" key={place.id}>
          <strong>{inLocale(place.name, locale)}</strong>
          <span className="quiet block text-base">{placeFacts(locale, place).join(', ')}</span>
        </li>
      ))}
    </ul>
  );
}
