import type { Metadata } from 'next';
import { cache } from 'react';
import { formLabels } from '#components/chrome/form-labels.ts';
import { EffectTable } from '#components/guided/effect.tsx';
import { GroupFields, groupValues } from '#components/guided/group-fields.tsx';
import { whenText } from '#components/guided/times.ts';
import { QrCode } from '#components/signs/qr-code.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { DoneIn } from '#components/ui/done.tsx';
import { ActionForm } from '#components/ui/form/action-form.tsx';
import { ButtonForm } from '#components/ui/form/button-form.tsx';
import { SubmitButton } from '#components/ui/form/fields.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { findOwnGroup, type OwnGroup } from '#lib/guided/groups.ts';
import { visitorRoles } from '#lib/guided/schema.ts';
import { findEffect } from '#lib/guided/survey.ts';
import { now } from '#lib/platform/clock.ts';
import { settings } from '#lib/platform/env.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enter, orNotFound } from '#lib/platform/session/entry.ts';
import { cancel, change } from '../actions.ts';

type Where = { locale: Locale; hub: string; org: string; group: string };
type Props = { params: Promise<Where>; searchParams: Promise<{ done?: string | string[] }> };

const load = cache(async ({ locale, hub, org, group }: Where) => {
  const scope = await enter(locale, hub, org);
  return orNotFound(() => findOwnGroup(scope, group));
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const where = await params;
  return { title: inLocale((await load(where)).demo, where.locale) };
}

/** One visit of the organisation: when, where, who; changed or given back until it begins. */
export default async function GuidedGroupPage({ params, searchParams }: Props) {
  const where = await params;
  const { locale, hub, org } = where;
  const group = await load(where);
  const t = translator(locale, 'guided');
  const open = group.state === 'OPEN' && group.startsAt.getTime() > now().epochMilliseconds;
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[{ href: `/${locale}/${hub}/${org}/guided`, label: t('title') }]}
      />
      <DoneIn locale={locale} part="guided" done={(await searchParams).done} />
      <PageHeader title={inLocale(group.demo, locale)} />
      <Facts where={where} group={group} />
      <Survey where={where} group={group} />
      {open && <Change where={where} group={group} />}
    </>
  );
}

function Facts({ where, group }: { where: Where; group: OwnGroup }) {
  const { locale, hub, org } = where;
  const t = translator(locale, 'guided');
  const counted = visitorRoles
    .filter((role) => group.roles[role])
    .map((role) => `${t(`roles.${role}`)}: ${group.roles[role]}`);
  const rows = [
    [t('when'), whenText(locale, group.site.zone, group.startsAt, group.endsAt)],
    [t('where'), `${inLocale(group.place, locale)}, ${inLocale(group.site.name, locale)}`],
    [t('address'), group.site.address],
    [t('language'), t(`languages.${group.language}`)],
    [t('size'), [t('people', { count: group.size }), ...counted].join(', ')],
    [t('hopes'), group.hopes],
    [t('needs'), group.needs],
    [t('reasonGiven'), group.reason],
  ] as const;
  return (
    <div className="max-w-3xl">
      {group.state === 'CANCELLED' && (
        <p>
          <Tag>{t('cancelledMark')}</Tag>
        </p>
      )}
      {group.state === 'OPEN' && group.hostAnswer === 'ASKED' && (
        <Notice>{t('unconfirmed', { owner: group.owner.name })}</Notice>
      )}
      <dl className="panel m-0 grid gap-3 p-5 sm:grid-cols-2">
        {rows
          .filter(([, text]) => text !== '')
          .map(([term, text]) => (
            <div key={term}>
              <dt className="quiet text-base">{term}</dt>
              <dd className="m-0 whitespace-pre-line">{text}</dd>
            </div>
          ))}
      </dl>
      <p className="flex flex-wrap gap-4">
        <ButtonLink
          href={`/${locale}/${hub}/${org}/guided/${group.id}/calendar.ics`}
          variant="secondary"
          download
        >
          {t('calendar')}
        </ButtonLink>
        <a
          className="inline-flex min-h-11 items-center"
          href={`/${locale}/${hub}/showroom/${group.slug}`}
        >
          {inLocale(group.demo, locale)}
        </a>
      </p>
    </div>
  );
}

/** The address everyone answers at, and what the visit gave once that can be shown. */
async function Survey({ where, group }: { where: Where; group: OwnGroup }) {
  const { locale, hub, org } = where;
  const t = translator(locale, 'guided');
  const { effects, words } = await findEffect(await enter(locale, hub, org), group.id);
  if (group.state === 'CANCELLED') return null;
  const address = `${settings().url}/${locale}/${hub}/visited/${group.surveyCode}`;
  const over = group.endsAt.getTime() + 7 * 86_400_000 <= now().epochMilliseconds;
  return (
    <section className="mt-8 max-w-3xl" aria-labelledby="survey">
      <h2 className="ds-heading" data-size="sm" id="survey">
        {t(over ? 'survey.effect' : 'survey.title')}
      </h2>
      {!over && (
        <div className="flex flex-wrap items-center gap-6">
          <QrCode className="size-36" text={address} label={t('survey.code')} />
          <div className="max-w-md">
            <p className="mt-0">{t('survey.share')}</p>
            <p className="mb-0 break-all">
              <a href={address}>{address}</a>
            </p>
          </div>
        </div>
      )}
      {over && effects.length === 0 && <p>{t('survey.effectNone')}</p>}
      {effects.length > 0 && (
        <EffectTable locale={locale} caption={t('survey.effect')} effects={effects} />
      )}
      {words.length > 0 && (
        <>
          <h3 className="ds-heading" data-size="2xs">
            {t('survey.words')}
          </h3>
          <ul>
            {words.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Change({ where, group }: { where: Where; group: OwnGroup }) {
  const { locale, hub, org } = where;
  const base = `/${locale}/${hub}/${org}/guided`;
  const t = translator(locale, 'guided');
  const labels = formLabels(locale);
  return (
    <>
      <section className="mt-8 max-w-3xl" aria-labelledby="change">
        <h2 className="ds-heading" data-size="sm" id="change">
          {t('change')}
        </h2>
        <p className="mt-0">{t('changeLead')}</p>
        <p>
          <ButtonLink href={`${base}/${group.id}/move`} variant="secondary">
            {t('move.title')}
          </ButtonLink>
        </p>
        <ActionForm
          action={change.bind(null, where, group.id)}
          labels={labels}
          initial={groupValues(group)}
        >
          <GroupFields locale={locale} least={1} most={500} />
          <div>
            <SubmitButton>{t('save')}</SubmitButton>
          </div>
        </ActionForm>
      </section>
      <section className="mt-8 max-w-3xl" aria-labelledby="cancel">
        <h2 className="ds-heading" data-size="sm" id="cancel">
          {t('cancel')}
        </h2>
        <p className="mt-0">{t('cancelHint')}</p>
        <ButtonForm action={cancel.bind(null, where, group.id)} labels={labels} variant="secondary">
          {t('cancel')}
        </ButtonForm>
      </section>
    </>
  );
}
