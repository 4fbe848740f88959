import { themeCss } from '#lib/platform/theme.ts';

/** A hub's colours as a style sheet; its name says which, so it never changes. */
export async function GET(_: Request, { params }: { params: Promise<{ colours: string }> }) {
  const match = /^([0-9a-f]{6})-([0-9a-f]{6})\.css$/.exec((await params).colours);
  if (!match) return new Response('Not found', { status: 404 });
  return new Response(themeCss(`#${match[1]}`, `#${match[2]}`), {
    headers: {
      'Content-Type': 'text/css; charset=utf-8',
      'Cache-Control': 'public, max-age=31536000, immutable',
    },
  });
}
