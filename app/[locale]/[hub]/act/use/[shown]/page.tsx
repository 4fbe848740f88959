import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Frame } from '#components/chrome/frame.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { doorsOf } from '#lib/platform/session/entry.ts';

type Props = { params: Promise<{ locale: Locale; hub: string; shown: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'adoptions')('use') };
}

/** From a public page to what one does for an organisation: signs in, and asks which where there are several. */
export default async function UseChoicePage({ params }: Props) {
  const { locale, hub, shown } = await params;
  const doors = await doorsOf(locale);
  const acting = doors.flatMap(({ hub: at, organisation, organisationName, waiting }) =>
    at === hub && organisation && !waiting
      ? [{ org: organisation, name: organisationName ?? organisation }]
      : [],
  );
  const [one, another] = acting;
  const href = (org: string) => `/${locale}/${hub}/${org}/uses/${shown}`;
  if (one && !another) redirect(href(one.org));
  const t = translator(locale, 'adoptions');
  return (
    <Frame locale={locale} hub={null} items={[]}>
      <PageHeader title={t('use')} lead={one && t('choose')} />
      {!one && <Notice>{t('chooseNone')}</Notice>}
      <ul className="m-0 grid max-w-xl list-none gap-3 p-0">
        {acting.map(({ org, name }) => (
          <li key={org}>
            <ButtonLink href={href(org)} variant="secondary">
              {name}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </Frame>
  );
}
