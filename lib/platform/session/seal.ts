import { createHmac } from 'node:crypto';
import { decode, encode } from 'next-auth/jwt';
import { settings } from '../env.ts';

type Purpose = 'link' | 'arrival' | 'applied' | 'provider secret' | 'letters';

/** A value encrypted with the installation's secret, for one purpose, for so many seconds. */
export function seal(purpose: Purpose, value: object, seconds: number): Promise<string> {
  const { secret } = settings();
  return encode({ token: { value }, secret, salt: purpose, maxAge: seconds });
}

/** What was sealed for this purpose; null when it is forged, of another purpose, or too old. */
export async function unseal<T>(purpose: Purpose, sealed: string | undefined): Promise<T | null> {
  if (!sealed) return null;
  try {
    const token = await decode({ token: sealed, secret: settings().secret, salt: purpose });
    return (token?.value as T) ?? null;
  } catch {
    return null;
  }
}

/** Always the same for one text, and tells nothing of it to whoever lacks the secret. */
export function keyedHash(text: string): Buffer {
  return createHmac('sha256', settings().secret).update(text).digest();
}
