import { settings } from './env.ts';

/** Where one reaches whoever runs the installation: a mail address, or a page of theirs, as a link. */
export function keeperLink(): string {
  const { securityContact, mailFrom } = settings();
  const address = /<([^<>]+)>$/.exec(mailFrom)?.[1] ?? mailFrom;
  return securityContact ?? `mailto:${address}`;
}
