import type { Page } from '@playwright/test';

/** A form as a page without script would send it: where to, and every field with what it holds. */
export type Form = { action: string; fields: [string, string][]; texts: string[] };

/** The forms of a page, read by the browser's own parser from what the server sent. */
export async function formsIn(page: Page, html: string): Promise<Form[]> {
  return page.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, 'text/html');
    return [...parsed.querySelectorAll('form')]
      .filter((form) => form.method === 'post')
      .map((form) => {
        const inputs = [...form.querySelectorAll<HTMLInputElement>('input, textarea, select')];
        const sent = inputs.filter(
          ({ type, checked, name }) => name && (!/checkbox|radio/.test(type) || checked),
        );
        const typed = inputs.filter(
          ({ type, tagName }) => tagName === 'TEXTAREA' || /^(text|email|search)$/.test(type),
        );
        return {
          action: form.getAttribute('action') ?? '',
          fields: sent.map(({ name, value }): [string, string] => [name, value]),
          texts: typed.map(({ name }) => name).filter(Boolean),
        };
      });
  }, html);
}

/** Posts a form as its page would, in someone's name. @returns the status and where it leads */
export async function send(
  url: URL,
  fields: [string, string][],
  who: { cookie: string; client: string },
): Promise<{ status: number; location: string; text: string }> {
  const body = new FormData();
  for (const [name, value] of fields) body.append(name, value);
  const answer = await fetch(url, {
    method: 'POST',
    redirect: 'manual',
    body,
    headers: {
      cookie: who.cookie,
      origin: url.origin,
      accept: 'text/html',
      'x-forwarded-for': who.client,
    },
  });
  const location = answer.headers.get('location') ?? '';
  return { status: answer.status, location, text: await answer.text() };
}
