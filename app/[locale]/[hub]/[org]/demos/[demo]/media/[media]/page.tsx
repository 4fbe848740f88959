import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { formLabels } from '#components/chrome/form-labels.ts';
import { Figure } from '#components/showroom/media.tsx';
import { MediaForm } from '#components/showroom/media-form.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { DoneIn } from '#components/ui/done.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { NotFound } from '#lib/platform/errors.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enter, orNotFound } from '#lib/platform/session/entry.ts';
import { markOf } from '#lib/showroom/media-drafts.ts';
import { formOf } from '#lib/showroom/media-form.ts';
import { findDraftMedia } from '#lib/showroom/media-reads.ts';
import { findOwnDemo } from '#lib/showroom/version-reads.ts';
import { save } from '../actions.ts';
import { mediaWords } from './words.ts';

type Props = {
  params: Promise<{ locale: Locale; hub: string; org: string; demo: string; media: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'media')('edit.title') };
}

export default async function DescribeMediaPage({ params, searchParams }: Props) {
  const { locale, hub, org, demo, media } = await params;
  const scope = await enter(locale, hub, org);
  const { last, use, shown } = await orNotFound(async () => {
    const { last } = await findOwnDemo(scope, demo);
    const use = last.content.media.find(({ file }) => file === media);
    if (!use) throw new NotFound('media');
    return { last, use, shown: await findDraftMedia(scope, [use]) };
  });
  const base = `/${locale}/${hub}/${org}/demos/${demo}/media`;
  if (last.state !== 'DRAFT') redirect(base);
  const t = translator(locale, 'media');
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[{ href: base, label: t('title') }]}
      />
      <PageHeader title={t('edit.title')} lead={use.name && t('edit.file', { name: use.name })} />
      <DoneIn locale={locale} part="media" done={(await searchParams).done} />
      <div className="grid gap-8 lg:grid-cols-[3fr_2fr]">
        <MediaForm
          action={save.bind(null, { locale, hub, org, demo, media })}
          labels={formLabels(locale)}
          words={mediaWords(locale, use)}
          initial={formOf(use, locale)}
          seen={markOf(use)}
          video={use.kind === 'VIDEO'}
        />
        <div className="lg:order-last">
          {shown.map((each) => (
            <Figure key={each.file.id} locale={locale} hub={hub} use={each} />
          ))}
        </div>
      </div>
    </>
  );
}
