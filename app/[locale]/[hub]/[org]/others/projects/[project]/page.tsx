import type { Metadata } from 'next';
import { cache } from 'react';
import { Chain } from '#components/innovation/chain.tsx';
import { ProjectDocument } from '#components/projects/project-document.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enter, orNotFound } from '#lib/platform/session/entry.ts';
import { findProject } from '#lib/projects/reads.ts';

type Props = { params: Promise<{ locale: Locale; hub: string; org: string; project: string }> };

const load = cache((locale: Locale, hub: string, org: string, slug: string) =>
  orNotFound(async () => findProject(await enter(locale, hub, org), slug)),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, hub, org, project: slug } = await params;
  return { title: inLocale((await load(locale, hub, org, slug)).title, locale) };
}

/** Like the visitors' page of a project, and also for projects that are not open to everyone. */
export default async function OthersProjectPage({ params }: Props) {
  const { locale, hub, org, project: slug } = await params;
  const scope = await enter(locale, hub, org);
  const project = await load(locale, hub, org, slug);
  return (
    <article>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[
          {
            href: `/${locale}/${hub}/${org}/others`,
            label: translator(locale, 'innovation')('others.title'),
          },
        ]}
      />
      <ProjectDocument locale={locale} project={project} />
      <Chain locale={locale} scope={scope} from={{ project: slug }} />
    </article>
  );
}
