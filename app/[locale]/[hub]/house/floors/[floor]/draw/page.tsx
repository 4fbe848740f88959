import type { Metadata } from 'next';
import { cache } from 'react';
import { formLabels } from '#components/chrome/form-labels.ts';
import type { EditorPlace } from '#components/floors/editor-facts.ts';
import { PlanEditor } from '#components/floors/plan-editor.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { DoneIn } from '#components/ui/done.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { findFloor, findPlan, type PlanPlaceFacts } from '#lib/floors/reads.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { allMessages, translator } from '#lib/platform/i18n/translate.ts';
import { enterHouseOf, orNotFound } from '#lib/platform/session/entry.ts';
import type { Query } from '#lib/workspace/schema.ts';
import { save } from '../../actions.ts';

type Params = { locale: Locale; hub: string; floor: string };
type Props = { params: Promise<Params>; searchParams: Promise<Query> };

const load = cache(async (locale: Locale, hub: string, id: string) => {
  const scope = await enterHouseOf(locale, hub);
  return orNotFound(async () => ({
    scope,
    floor: await findFloor(scope, id),
    plan: await findPlan(scope, id, 'draft'),
  }));
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, hub, floor: id } = await params;
  const floor = inLocale((await load(locale, hub, id)).floor.name, locale);
  return { title: translator(locale, 'floors')('drawTitle', { floor }) };
}

/** Where a draft is drawn. */
export default async function DrawPage({ params, searchParams }: Props) {
  const { locale, hub, floor: id } = await params;
  const { scope, floor, plan } = await load(locale, hub, id);
  const t = translator(locale, 'floors');
  const house = `/${locale}/${hub}/house`;
  const base = `${house}/floors/${id}`;
  const name = inLocale(floor.name, locale);
  const kept = `${base}/versions/${plan.version}`;
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[
          { href: `${house}/floors`, label: t('title') },
          { href: base, label: name },
        ]}
      />
      <PageHeader title={t('drawTitle', { floor: name })} lead={t('drawLead')}>
        <ButtonLink href={kept} variant="secondary">
          {t('preview')}
        </ButtonLink>
      </PageHeader>
      <DoneIn key={plan.revision} locale={locale} part="floors" done={(await searchParams).done} />
      {scope.may('place:manage') && (
        <p>
          <a href={`${house}/places/new`}>{t('newPlace')}</a>
        </p>
      )}
      <PlanEditor
        action={save.bind(null, { locale, hub, floor: id })}
        labels={formLabels(locale)}
        words={allMessages[locale].floors.editor}
        places={floor.places.map((place) => inEditor(place, locale))}
        draft={plan.draft}
        revision={plan.revision}
        note={plan.note}
        kept={kept}
      />
    </>
  );
}

function inEditor({ id, name, kind }: PlanPlaceFacts, locale: Locale): EditorPlace {
  const whole = inLocale(name, locale);
  const desk = kind === 'HOT_DESK' || kind === 'FIXED_DESK';
  return { id, name: whole, short: (desk && /\d+$/.exec(whole)?.[0]) || whole, kind };
}
