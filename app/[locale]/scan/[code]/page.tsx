import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { Frame } from '#components/chrome/frame.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { currentSession, doorsOf, orNotFound } from '#lib/platform/session/entry.ts';
import { openSign, readSign } from '#lib/signs/scanning.ts';

type Props = { params: Promise<{ locale: Locale; code: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'signs')('scan.choose') };
}

/** From a scanned sign to the place, for whom one acts there; whoever acts at another hub learns nothing. */
export default async function ScanPage({ params }: Props) {
  const { locale, code } = await params;
  if (!(await currentSession())) return <SignInFirst locale={locale} code={code} />;
  const doors = await doorsOf(locale);
  const { hub, place } = await orNotFound(() => openSign(code));
  const here = doors.filter((door) => door.hub === hub);
  const [house] = here.filter(({ organisation }) => organisation === null);
  const acting = here.flatMap(({ organisation, organisationName, waiting }) =>
    organisation && !waiting ? [{ org: organisation, name: organisationName ?? organisation }] : [],
  );
  const [one, another] = acting;
  if (one && !another) redirect(`/${locale}/${hub}/${one.org}/here/${place}`);
  if (!one && house) redirect(`/${locale}/${hub}/house/places/${place}`);
  if (!one) notFound();
  return (
    <Frame locale={locale} hub={null} items={[]}>
      <PageHeader title={translator(locale, 'signs')('scan.choose')} />
      <ul className="m-0 grid max-w-xl list-none gap-3 p-0">
        {acting.map(({ org, name }) => (
          <li key={org}>
            <ButtonLink href={`/${locale}/${hub}/${org}/here/${place}`} variant="secondary">
              {name}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </Frame>
  );
}

/** Nobody knows who scans: the place is named, and signing in leads back to it. */
async function SignInFirst({ locale, code }: { locale: Locale; code: string }) {
  const { hub, place, site } = await orNotFound(() => readSign(code));
  const t = translator(locale, 'signs');
  const next = encodeURIComponent(`/${locale}/scan/${code}`);
  return (
    <Frame locale={locale} hub={null} items={[]}>
      <PageHeader
        title={inLocale(place, locale)}
        lead={`${inLocale(site, locale)}, ${hub}. ${t('scan.signIn')}`}
      />
      <ButtonLink href={`/${locale}/sign-in?next=${next}`}>{t('scan.signInButton')}</ButtonLink>
    </Frame>
  );
}
