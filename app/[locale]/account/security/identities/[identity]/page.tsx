import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ConfirmRemoval } from '#components/identity/confirm-removal.tsx';
import { methodName } from '#components/identity/words.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enterOwn } from '#lib/platform/session/entry.ts';
import { findSecurity } from '#lib/platform/session/own.ts';
import { disconnect } from '../../actions.ts';

type Props = { params: Promise<{ locale: Locale; identity: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'identity')('identities.removeTitle') };
}

/** Asks once more before a connection is taken away. */
export default async function DisconnectPage({ params }: Props) {
  const { locale, identity: id } = await params;
  const scope = await enterOwn(locale);
  const { identities } = await findSecurity(scope);
  const identity = identities.find((each) => each.id === id);
  if (!identity) notFound();
  const t = translator(locale, 'identity');
  return (
    <ConfirmRemoval
      locale={locale}
      reader={scope.person.name}
      title={t('identities.removeTitle')}
      lead={t('identities.removeLead', {
        provider: await methodName(locale, identity.provider),
      })}
      confirm={t('identities.disconnect')}
      action={disconnect.bind(null, { locale, id })}
    />
  );
}
