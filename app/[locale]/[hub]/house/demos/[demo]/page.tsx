import type { Metadata } from 'next';
import { cache } from 'react';
import { formLabels } from '#components/chrome/form-labels.ts';
import { DemoHistory, Differences } from '#components/showroom/demo-history.tsx';
import { DemoPreview } from '#components/showroom/demo-preview.tsx';
import { Removals } from '#components/showroom/removals.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { Disclosure } from '#components/ui/disclosure.tsx';
import { ActionForm } from '#components/ui/form/action-form.tsx';
import { Choices, HiddenField, SubmitButton, TextArea } from '#components/ui/form/fields.tsx';
import { FieldsForm } from '#components/ui/form/fields-form.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { demand, enterHouseOf, orNotFound } from '#lib/platform/session/entry.ts';
import { readingOf } from '#lib/showroom/deciding.ts';
import { findDraftMedia } from '#lib/showroom/media-reads.ts';
import { type DemoWithVersions, findSentDemo } from '#lib/showroom/version-reads.ts';
import { decide, down } from '../actions.ts';

type Where = { locale: Locale; hub: string; demo: string };
type Props = { params: Promise<Where> };

const load = cache(async (locale: Locale, hub: string, demo: string) => {
  const scope = await enterHouseOf(locale, hub);
  demand(scope, 'demo:review');
  return { scope, sent: await orNotFound(() => findSentDemo(scope, demo)) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, hub, demo } = await params;
  return { title: inLocale((await load(locale, hub, demo)).sent.last.content.title, locale) };
}

/** A demo as it would look, what changed since what is shown, and the decision. */
export default async function ReviewPage({ params }: Props) {
  const where = await params;
  const { locale, hub, demo } = where;
  const { scope, sent } = await load(locale, hub, demo);
  const { last, owner, versions } = sent;
  const t = translator(locale, 'demoPages');
  const shown = versions.find(({ state }) => state === 'PUBLISHED');
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[{ href: `/${locale}/${hub}/house/demos`, label: t('reviewTitle') }]}
      />
      <PageHeader title={inLocale(last.content.title, locale)} lead={owner.name} />
      <Removals locale={locale} zone={scope.hub.zone} removals={sent.removals} />
      <Decide
        where={where}
        read={readingOf(last)}
        own={isOwn(sent, scope.person.id)}
        open={last.state === 'REVIEW'}
      />
      {last.state === 'REVIEW' && shown && (
        <section className="mt-8 max-w-3xl" aria-labelledby="changed">
          <h2 className="ds-heading" data-size="sm" id="changed">
            {t('changed')}
          </h2>
          <Differences locale={locale} before={shown.content} after={last.content} />
        </section>
      )}
      <DemoPreview
        locale={locale}
        hub={hub}
        content={last.content}
        media={await findDraftMedia(scope, last.content.media)}
      />
      {sent.status === 'PUBLISHED' && <Down where={where} />}
      <DemoHistory
        locale={locale}
        zone={scope.hub.zone}
        versions={versions}
        shown={sent.status === 'PUBLISHED'}
      />
    </>
  );
}

function Down({ where }: { where: Where }) {
  const { locale } = where;
  const t = translator(locale, 'demoPages');
  const reason = { name: 'reason', label: t('takenDownReason'), maxLength: 4000, required: true };
  return (
    <div className="mt-8 max-w-3xl">
      <Disclosure summary={t('archive')}>
        <p className="mt-0">{t('archiveHint')}</p>
        <FieldsForm
          action={down.bind(null, where)}
          labels={formLabels(locale)}
          groups={[{ fields: [{ as: 'area', ...reason }] }]}
          submit={t('archive')}
          variant="secondary"
        />
      </Disclosure>
    </div>
  );
}

function isOwn({ last }: DemoWithVersions, person: string): boolean {
  return [last.sentById, last.authorId, ...last.writers].includes(person);
}

type DecideProps = { where: Where; read: string; own: boolean; open: boolean };

/** The decision; once somebody else was first, only what one wrote before one knew. */
function Decide({ where, read, own, open }: DecideProps) {
  const { locale } = where;
  const t = translator(locale, 'demoPages');
  if (own && open) return <Notice>{t('own')}</Notice>;
  return (
    <section className="max-w-3xl" {...(open && { 'aria-labelledby': 'decide' })}>
      {open && (
        <h2 className="ds-heading" data-size="sm" id="decide">
          {t('decision')}
        </h2>
      )}
      <ActionForm action={decide.bind(null, where)} labels={formLabels(locale)} closed={!open}>
        <HiddenField name="read" value={read} />
        <Choices
          name="decision"
          label={t('decision')}
          type="radio"
          options={[
            { value: 'publish', label: t('publish') },
            { value: 'return', label: t('sendBack') },
          ]}
        />
        <TextArea name="reason" label={t('reason')} rows={4} maxLength={4000} />
        <div>
          <SubmitButton>{t('decide')}</SubmitButton>
        </div>
      </ActionForm>
    </section>
  );
}
