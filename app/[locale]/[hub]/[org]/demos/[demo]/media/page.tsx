import type { Metadata } from 'next';
import { formLabels } from '#components/chrome/form-labels.ts';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { DoneIn } from '#components/ui/done.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { ActionForm } from '#components/ui/form/action-form.tsx';
import { FileField, SubmitButton } from '#components/ui/form/fields.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enter, orNotFound } from '#lib/platform/session/entry.ts';
import { languagesOf } from '#lib/showroom/content.ts';
import { mostMedia } from '#lib/showroom/media.ts';
import { findMediaFiles } from '#lib/showroom/media-reads.ts';
import { findOwnDemo } from '#lib/showroom/version-reads.ts';
import { nameOf } from '../load.tsx';
import { add } from './actions.ts';
import { MediaRow } from './media-row.tsx';

type Props = {
  params: Promise<{ locale: Locale; hub: string; org: string; demo: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'media')('title') };
}

export default async function MediaPage({ params, searchParams }: Props) {
  const { locale, hub, org, demo: id } = await params;
  const scope = await enter(locale, hub, org);
  const { last } = await orNotFound(() => findOwnDemo(scope, id));
  const { media } = last.content;
  const files = await findMediaFiles(scope, media);
  const t = translator(locale, 'media');
  const place = { locale, hub, org, demo: id };
  const open = last.state === 'DRAFT';
  const languages = languagesOf(last.content);
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[
          {
            href: `/${locale}/${hub}/${org}/demos`,
            label: translator(locale, 'demoPages')('title'),
          },
          {
            href: `/${locale}/${hub}/${org}/demos/${id}`,
            label: nameOf(locale, last.content.title),
          },
        ]}
      />
      <PageHeader title={t('title')} lead={t(open ? 'lead' : 'closed')} />
      <DoneIn locale={locale} part="media" done={(await searchParams).done} />
      {media.length === 0 && open && <EmptyState text={t('none')} />}
      <ol className="m-0 grid list-none gap-4 p-0">
        {media.map((use, n) => (
          <MediaRow
            key={use.file}
            place={place}
            use={use}
            file={files.get(use.file)}
            among={{ n, count: media.length, open }}
            languages={languages}
          />
        ))}
      </ol>
      {open && media.length < mostMedia && <Adding place={place} />}
    </>
  );
}

type Place = { locale: Locale; hub: string; org: string; demo: string };

function Adding({ place }: { place: Place }) {
  const t = translator(place.locale, 'media');
  const types = 'image/jpeg,image/png,image/webp,image/avif,video/mp4,video/webm';
  return (
    <section className="mt-10 max-w-3xl" aria-labelledby="add">
      <h2 className="ds-heading" data-size="sm" id="add">
        {t('add')}
      </h2>
      <ActionForm action={add.bind(null, place)} labels={formLabels(place.locale)}>
        <FileField name="file" label={t('file')} hint={t('fileHint')} accept={types} required />
        <div>
          <SubmitButton>{t('send')}</SubmitButton>
        </div>
      </ActionForm>
    </section>
  );
}
