import type { Metadata } from 'next';
import { HoursTable } from '#components/chrome/hours-table.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { ComingClosures } from '#components/workspace/coming-closures.tsx';
import { describePlace, placeFacts } from '#components/workspace/describe.ts';
import { FloorPlan } from '#components/workspace/floor-plan.tsx';
import { SiteChoice } from '#components/workspace/site-choice.tsx';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { orNone, visit } from '#lib/platform/session/entry.ts';
import type { PlaceFacts } from '#lib/workspace/house.ts';
import { findHouse } from '#lib/workspace/reads.ts';
import { type Query, single } from '#lib/workspace/schema.ts';

type Props = {
  params: Promise<{ locale: Locale; hub: string }>;
  searchParams: Promise<Query>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, hub } = await params;
  const { name } = (await visit(hub)).hub;
  return { title: `${translator(locale, 'site')('workspace.title')} – ${name}` };
}

/** The house as it is: plan, places, hours. What is free is for those who sign in. */
export default async function WorkspacePage({ params, searchParams }: Props) {
  const { locale, hub } = await params;
  const scope = await visit(hub);
  const wanted = single((await searchParams).site);
  const house = await orNone(() => findHouse(scope, wanted));
  const t = translator(locale, 'site');
  // A hub that has just been made has no house yet.
  if (!house) {
    return (
      <>
        <PageHeader title={t('workspace.title')} />
        <EmptyState text={t('workspace.none')} />
      </>
    );
  }
  const { sites, site, floors, places } = house;
  return (
    <>
      <PageHeader title={t('workspace.title')} lead={t('workspace.lead')}>
        <ButtonLink href={`/${locale}/account?hub=${hub}`}>{t('workspace.book')}</ButtonLink>
      </PageHeader>
      <SiteChoice locale={locale} sites={sites} chosen={site.slug} />
      {floors.map((floor) => {
        const here = places.filter((place) => place.floorId === floor.id);
        if (!floor.plan && here.length === 0) return null;
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
      <ComingClosures locale={locale} house={site} />
    </>
  );
}

/** The same as the plan in words, by kind; what places of a kind share is said once. */
function Places({ locale, places }: { locale: Locale; places: PlaceFacts[] }) {
  const t = translator(locale, 'workspace');
  const rows = places.toSorted((one, other) => one.readingOrder - other.readingOrder);
  const kinds = [...new Set(rows.map((place) => place.kind))];
  return (
    <div className="mt-6 grid items-start gap-4 md:grid-cols-2">
      {kinds.map((kind) => (
        <section className="panel p-5" key={kind} aria-labelledby={`kind-${kind}`}>
          <h3 className="ds-heading" data-size="2xs" id={`kind-${kind}`}>
            {t(`groups.${kind}`)}
          </h3>
          <ul className="m-0 list-none p-0 text-base">
            {[
              ...alike(
                locale,
                rows.filter((place) => place.kind === kind),
              ),
            ].map(([facts, names]) => (
              <li className="mb-2" key={facts}>
                {names.join(', ')}
                {facts && <span className="quiet block">{facts}</span>}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** Names of places by what they offer, the kind itself left out. */
function alike(locale: Locale, places: PlaceFacts[]): Map<string, string[]> {
  const groups = Map.groupBy(places, (place) => placeFacts(locale, place).slice(1).join(', '));
  return new Map(
    [...groups].map(([facts, same]) => [facts, same.map(({ name }) => inLocale(name, locale))]),
  );
}
