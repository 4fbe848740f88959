import { redirect } from 'next/navigation';

/** What a sign's square says, as short as can be: the page behind it speaks the reader's language. */
export async function GET(_: Request, { params }: { params: Promise<{ code: string }> }) {
  const code = (await params).code.toLowerCase();
  if (!/^[a-z0-9]{12}$/.test(code)) return new Response('Not found', { status: 404 });
  redirect(`/scan/${code}`);
}
