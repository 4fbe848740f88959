import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { NeedForm } from '#components/needs/need-form.tsx';
import { needWords } from '#components/needs/words.ts';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { writableStates } from '#lib/needs/moves.ts';
import { findNeed } from '#lib/needs/own.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { demand, enter, orNotFound } from '#lib/platform/session/entry.ts';
import { save } from '../../actions.ts';

type Props = { params: Promise<{ locale: Locale; hub: string; org: string; need: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'needs')('editTitle') };
}

/** The words of one's own need, until it is over. */
export default async function EditNeedPage({ params }: Props) {
  const { locale, hub, org, need: id } = await params;
  const scope = await enter(locale, hub, org);
  demand(scope, 'need:say');
  const need = await orNotFound(() => findNeed(scope, id));
  const base = `/${locale}/${hub}/${org}/needs`;
  const open = (writableStates as readonly string[]).includes(need.state);
  if (!need.own || !open) redirect(`${base}/${id}`);
  const { title, problem, affected, language, areas } = need;
  const visibility = need.visibility === 'OPEN' ? 'OPEN' : 'PUBLIC_SIDE';
  const t = translator(locale, 'needs');
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[
          { href: base, label: t('title') },
          { href: `${base}/${id}`, label: title },
        ]}
      />
      <PageHeader title={t('editTitle')} />
      <div className="max-w-3xl">
        <NeedForm
          action={save.bind(null, { locale, hub, org })}
          words={needWords(locale, 'saveChange')}
          base={base}
          initial={{
            ...{ id, revision: String(need.revision), demo: '', seen: '1' },
            ...{ title, problem, affected, language, areas, visibility },
            urgency: String(need.urgency),
          }}
        />
      </div>
    </>
  );
}
