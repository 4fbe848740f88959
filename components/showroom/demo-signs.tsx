import { type Sign, SignSheet } from '#components/signs/sign-sheet.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { settings } from '#lib/platform/env.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';

type Shown = { publicId: string; title: unknown; owner: string };
type Props = { locale: Locale; hub: string; demos: readonly Shown[] };

/** A sign for each demo that is shown, to hang beside it: its page, a guided demo and "we have this need". */
export function DemoSigns({ locale, hub, demos }: Props) {
  const t = translator(locale, 'demoPages');
  const signs: Sign[] = demos.map(({ publicId, title, owner }) => ({
    address: `${settings().url}/d/${publicId}`,
    name: inLocale(title, locale),
    line: owner,
    scan: t('signScan'),
  }));
  if (signs.length === 0) return <EmptyState text={t('signsNone')} />;
  return (
    <>
      <p className="no-print mt-0">{translator(locale, 'signs')('sheet.print')}</p>
      <SignSheet signs={signs} hub={hub} />
    </>
  );
}
