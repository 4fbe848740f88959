import { redirect } from 'next/navigation';
import { findDemoAddress } from '#lib/showroom/detail.ts';

/** The short address on the sign beside a demo; it outlives the demo's name and language. */
export async function GET(_: Request, { params }: { params: Promise<{ publicId: string }> }) {
  const found = await findDemoAddress((await params).publicId.toUpperCase());
  if (!found) return new Response('Not found', { status: 404 });
  redirect(`/${found.hub}/showroom/${found.slug}`);
}
