import { QrCode } from './qr-code.tsx';
import styles from './sign-sheet.module.css';

/** What stands on a sign: a name and a line below it, where the square leads, and what one finds there. */
export type Sign = { address: string; name: string; line: string; scan: string };
type Props = { signs: readonly Sign[]; hub: string };

/** Signs to cut apart: a name, and the square that leads to it, with its address for those without a camera. */
export function SignSheet({ signs, hub }: Props) {
  return (
    <ul className={styles.sheet}>
      {signs.map(({ address, name, line, scan }) => (
        <li className={styles.sign} key={address}>
          <p className={styles.name}>{name}</p>
          <p className={styles.kind}>{line}</p>
          <QrCode className={styles.code ?? ''} text={address} label={name} />
          <p className={styles.scan}>{scan}</p>
          <p className={styles.address}>{address}</p>
          <p className={styles.hub}>{hub}</p>
        </li>
      ))}
    </ul>
  );
}
