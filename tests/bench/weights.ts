import { gzipSync } from 'node:zlib';

/** What a kind of page may weigh on the way to a reader, in kB: with its first visit's script. */
export const budgets = {
  'public list': { path: '/sv/ostersund/showroom', page: 16, data: 70, script: 190 },
  'public thing': { path: '/sv/ostersund/organisations/lasvarg', page: 12, data: 40, script: 190 },
  'signed-in list': {
    path: '/sv/ostersund/lasvarg/bookings?show=past',
    page: 14,
    data: 45,
    script: 200,
  },
  form: { path: '/sv/ostersund/ostersunds-kommun/proposals/new', page: 16, data: 60, script: 210 },
  'house list': { path: '/sv/ostersund/house/organisations', page: 14, data: 50, script: 200 },
} as const;

export type Weight = { page: number; data: number; script: number };

/**
 * What one page weighs, in kB: the document as it travels, the data for the browser's script in it
 * (uncompressed), and every script that it names (compressed).
 */
export async function weigh(url: string, cookie = ''): Promise<Weight> {
  const ask = (address: string) => fetch(address, { headers: { cookie } });
  const html = await (await ask(url)).text();
  const data = [...html.matchAll(/<script[^>]*>(self\.__next_f[\s\S]*?)<\/script>/g)].map(
    ([, text]) => text ?? '',
  );
  const sources = new Set(
    [...html.matchAll(/<script[^>]* src="([^"]+)"(?![^>]*noModule)/g)].map(([, src]) => src ?? ''),
  );
  const scripts = await Promise.all(
    [...sources].map(
      async (src) => gzipSync(await (await ask(new URL(src, url).href)).bytes()).length,
    ),
  );
  const sum = (sizes: number[]) => sizes.reduce((all, one) => all + one, 0);
  const kB = (bytes: number) => Math.round(bytes / 100) / 10;
  return {
    page: kB(gzipSync(html).length),
    data: kB(sum(data.map((text) => Buffer.byteLength(text)))),
    script: kB(sum(scripts)),
  };
}
