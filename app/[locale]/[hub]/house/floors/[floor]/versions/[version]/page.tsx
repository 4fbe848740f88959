import type { Metadata } from 'next';
import { cache } from 'react';
import { formLabels } from '#components/chrome/form-labels.ts';
import { differencesIn } from '#components/floors/differences.ts';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { ButtonForm } from '#components/ui/form/button-form.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { FloorPlan } from '#components/workspace/floor-plan.tsx';
import { type Draft, planOf, sizeOf } from '#lib/floors/draft.ts';
import { type FloorDetail, findFloor, findPlan, type PlanDetail } from '#lib/floors/reads.ts';
import { versionIn } from '#lib/floors/schema.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enterHouseOf, orNotFound } from '#lib/platform/session/entry.ts';
import type { PlaceFacts } from '#lib/workspace/house.ts';
import { begin, publish } from '../../../actions.ts';

type Params = { locale: Locale; hub: string; floor: string; version: string };
type Props = { params: Promise<Params> };

const load = cache(async (locale: Locale, hub: string, id: string, version: string) => {
  const scope = await enterHouseOf(locale, hub);
  return orNotFound(async () => {
    const floor = await findFloor(scope, id);
    const plan = await findPlan(scope, id, versionIn(version));
    const shown = floor.plans.find(({ state }) => state === 'PUBLISHED');
    const before = shown && (await findPlan(scope, id, shown.version));
    return { floor, plan, before };
  });
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, hub, floor, version } = await params;
  const { floor: found, plan } = await load(locale, hub, floor, version);
  const name = inLocale(found.name, locale);
  return {
    title: translator(locale, 'floors')('versionTitle', { floor: name, version: plan.version }),
  };
}

/** One version as those who book would see it, what is other than in the one they see, and what can be done with it. */
export default async function VersionPage({ params }: Props) {
  const { locale, hub, floor: id, version } = await params;
  const { floor, plan, before } = await load(locale, hub, id, version);
  const t = translator(locale, 'floors');
  const base = `/${locale}/${hub}/house/floors`;
  const name = inLocale(floor.name, locale);
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[
          { href: base, label: t('title') },
          { href: `${base}/${id}`, label: name },
        ]}
      />
      <PageHeader
        title={t('versionTitle', { floor: name, version: plan.version })}
        lead={plan.note || t(`states.${plan.state}`)}
      >
        {plan.state === 'DRAFT' && (
          <ButtonLink href={`${base}/${id}/draw`} variant="secondary">
            {t('draw')}
          </ButtonLink>
        )}
      </PageHeader>
      <Way which={{ locale, hub, floor: id }} plan={plan} />
      {before && before.id !== plan.id && (
        <Compared locale={locale} floor={floor} plan={plan.draft} before={before} />
      )}
      <FloorPlan
        plan={{ id, name: floor.name, ...sizeOf(plan.draft), plan: planOf(plan.draft) }}
        places={standing(floor, plan.draft)}
        locale={locale}
        describe={(place) => inLocale(place.name, locale)}
      />
    </>
  );
}

type WayProps = { which: { locale: Locale; hub: string; floor: string }; plan: PlanDetail };

function Way({ which, plan: { state, revision, version } }: WayProps) {
  const t = translator(which.locale, 'floors');
  const labels = formLabels(which.locale);
  if (state === 'PUBLISHED') return null;
  const [action, hidden, word] =
    state === 'DRAFT'
      ? [publish, { revision: String(revision) }, 'publish']
      : [begin, { from: String(version) }, 'restore'];
  return (
    <div className="mb-6">
      <ButtonForm
        action={action.bind(null, which)}
        labels={labels}
        hidden={hidden}
        hint={t(`${word}Hint`)}
      >
        {t(word)}
      </ButtonForm>
    </div>
  );
}

type ComparedProps = { locale: Locale; floor: FloorDetail; plan: Draft; before: PlanDetail };

function Compared({ locale, floor, plan, before }: ComparedProps) {
  const t = translator(locale, 'floors');
  const found = differencesIn(locale, before.draft, plan, floor.places);
  return (
    <section className="panel mb-6 px-5 py-4">
      <h2 className="ds-heading" data-size="2xs">
        {t('compared', { version: before.version })}
      </h2>
      <ul className="ds-list m-0">
        {(found.length > 0 ? found : [t('same')]).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}

/** The places of the floor as the version has them: where they stand, and nothing else of them. */
function standing({ id: floorId, places }: FloorDetail, { shapes }: Draft): PlaceFacts[] {
  const drawn = new Map(shapes.map(({ key, order, ...shape }) => [key, { ...shape, order }]));
  return places.map((place) => {
    const { order: readingOrder = 0, ...shape } = drawn.get(place.id) ?? {};
    const stands = 'x' in shape;
    return {
      ...{ ...place, floorId, note: null, attributes: [], readingOrder },
      shape: stands ? { ...shape, readingOrder } : null,
    };
  });
}
