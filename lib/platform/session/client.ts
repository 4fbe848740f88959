import { headers } from 'next/headers';
import { notePersonal } from '../rendering.ts';

/** What the limits count a browser by: its network address, as the web server knows it. */
export async function client(): Promise<string> {
  notePersonal('the client’s address');
  return (await headers()).get('x-navet-client') ?? '';
}
