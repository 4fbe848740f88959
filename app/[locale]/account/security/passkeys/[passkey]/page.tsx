import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ConfirmRemoval } from '#components/identity/confirm-removal.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enterOwn } from '#lib/platform/session/entry.ts';
import { findSecurity } from '#lib/platform/session/own.ts';
import { remove } from '../../actions.ts';

type Props = { params: Promise<{ locale: Locale; passkey: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'identity')('passkeys.removeTitle') };
}

/** Asks once more before a passkey is taken away. */
export default async function RemovePasskeyPage({ params }: Props) {
  const { locale, passkey: id } = await params;
  const scope = await enterOwn(locale);
  const { passkeys, keepsLast } = await findSecurity(scope);
  const passkey = passkeys.find((each) => each.id === id);
  if (!passkey) notFound();
  const t = translator(locale, 'identity');
  return (
    <ConfirmRemoval
      locale={locale}
      reader={scope.person.name}
      title={t('passkeys.removeTitle')}
      lead={t(keepsLast ? 'passkeys.keepsLast' : 'passkeys.removeLead', { name: passkey.name })}
      confirm={t('passkeys.remove')}
      action={keepsLast ? null : remove.bind(null, { locale, id })}
    />
  );
}
