import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { SignFacts } from '#lib/signs/hanging.ts';
import { QrCode } from './qr-code.tsx';
import styles from './sign-sheet.module.css';

type Props = { locale: Locale; signs: readonly SignFacts[]; hub: string; base: string };

/** Signs to cut apart: the place's name, and the square that leads to it, with its address for those without a camera. */
export function SignSheet({ locale, signs, hub, base }: Props) {
  const t = translator(locale, 'signs');
  const kinds = translator(locale, 'workspace');
  return (
    <ul className={styles.sheet}>
      {signs.map(({ code, name, kind, site }) => {
        const address = `${base}/q/${code}`;
        return (
          <li className={styles.sign} key={code}>
            <p className={styles.name}>{inLocale(name, locale)}</p>
            <p className={styles.kind}>{`${kinds(`kinds.${kind}`)}, ${inLocale(site, locale)}`}</p>
            <QrCode className={styles.code ?? ''} text={address} label={inLocale(name, locale)} />
            <p className={styles.scan}>{t('sheet.scan')}</p>
            <p className={styles.address}>{address}</p>
            <p className={styles.hub}>{hub}</p>
          </li>
        );
      })}
    </ul>
  );
}
