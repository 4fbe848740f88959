import { headers } from 'next/headers';

/** What the limits count a browser by: its network address, as the web server knows it. */
export async function client(): Promise<string> {
  return (await headers()).get('x-navet-client') ?? '';
}
