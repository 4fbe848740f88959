import type { Metadata } from 'next';
import { formLabels } from '#components/chrome/form-labels.ts';
import { queryWords } from '#components/lists/query-words.ts';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { FieldsForm } from '#components/ui/form/fields-form.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { keptQuery, listLimits } from '#lib/lists/schema.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { demand, enter } from '#lib/platform/session/entry.ts';
import { showroomQueryOf } from '#lib/showroom/schema.ts';
import { save } from '../../actions.ts';

type Props = {
  params: Promise<{ locale: Locale; hub: string; org: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'lists')('saveSearch') };
}

/** Gives a search a name. */
export default async function NewSearchPage({ params, searchParams }: Props) {
  const { locale, hub, org } = await params;
  const scope = await enter(locale, hub, org);
  demand(scope, 'list:keep');
  const query = keptQuery(showroomQueryOf(await searchParams));
  const t = translator(locale, 'lists');
  const said = queryWords(locale, query);
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[{ href: `/${locale}/${hub}/${org}/lists`, label: t('title') }]}
      />
      <PageHeader title={t('saveSearch')} lead={t('saveLead')} />
      <p>
        {t('searchFor')}: <strong>{said}</strong>
      </p>
      <div className="max-w-2xl">
        <FieldsForm
          action={save.bind(null, { locale, hub, org })}
          labels={formLabels(locale)}
          submit={t('save')}
          hidden={{ query }}
          initial={{ name: query ? said.slice(0, listLimits.name) : '' }}
          groups={[
            {
              fields: [
                {
                  ...{ name: 'name', as: 'text', label: t('name'), hint: t('nameHint') },
                  ...{ required: true, maxLength: listLimits.name },
                },
              ],
            },
          ]}
        />
      </div>
    </>
  );
}
