import { decode } from 'next-auth/jwt';
import { settings } from '#lib/platform/env.ts';
import { sessionCookieName } from '#lib/platform/session/cookie.ts';
import type { Visit } from '#lib/platform/session/identity.ts';
import { askProtocol, type Step } from '#lib/platform/session/protocol.ts';
import type { Arrival } from '#lib/platform/session/providers.ts';

type Given = {
  fields?: Record<string, string>;
  query?: Record<string, string>;
  visit?: Partial<Visit>;
};

/** A browser that signs in, without pages: its cookies, and what the portal keeps in it. */
export class TestBrowser {
  readonly jar = new Map<string, string>();
  /** What the last answer set, with how it is kept. */
  set: Awaited<ReturnType<typeof askProtocol>>['cookies'] = [];
  arrival: Arrival | null = null;
  landing: string | null = null;
  /** What was left for after the answer. */
  later: (() => Promise<void>)[] = [];

  async step(step: Step, method: 'GET' | 'POST', given: Given = {}): Promise<string> {
    const { body } = await this.#ask(['csrf'], 'GET', {});
    const { csrfToken } = body as { csrfToken: string };
    const fields = method === 'POST' ? { ...given.fields, csrfToken } : {};
    return (await this.#ask(step, method, { ...given, fields })).location;
  }

  /** Leaves for a provider. @returns its address */
  leave(provider: string, next = '/sv/account?enter=1', query: Record<string, string> = {}) {
    const fields = { callbackUrl: next };
    return this.step(['signin', provider], 'POST', { fields, query, visit: { next } });
  }

  /** Comes back with what the provider put into the address. */
  arrive(provider: string, back: string, next = '/sv/account?enter=1'): Promise<string> {
    const query = Object.fromEntries(new URL(back).searchParams);
    const visit = { next, arrival: null };
    return this.step(['callback', provider], 'GET', { query, visit });
  }

  /** Signs in with a provider as one of its personas. */
  async signIn(provider: string, persona: string, next?: string): Promise<string> {
    return this.arrive(provider, await atProvider(await this.leave(provider, next), persona), next);
  }

  async session(): Promise<string | null> {
    const token = this.jar.get(sessionCookieName());
    if (!token) return null;
    return String((await decode({ token, secret: settings().secret }))?.sid);
  }

  async #ask(step: Step, method: 'GET' | 'POST', { fields, query, visit: own }: Given) {
    const visit = { ...(await this.#visit()), ...own };
    const jar = { getAll: () => [...this.jar].map(([name, value]) => ({ name, value })) };
    const asked = { method, jar, visit, headers: {} };
    const answer = await askProtocol(step, {
      ...asked,
      ...(fields && { body: fields }),
      ...(query && { query }),
    });
    this.set = answer.cookies;
    for (const { name, value } of answer.cookies) {
      if (value) this.jar.set(name, value);
      else this.jar.delete(name);
    }
    this.landing = visit.landing;
    return answer;
  }

  async #visit(): Promise<Visit> {
    return {
      device: 'a test',
      locale: 'sv',
      next: '/sv/account?enter=1',
      before: await this.session(),
      ask: crypto.randomUUID(),
      arrival: this.arrival,
      keep: async (arrival) => {
        this.arrival = arrival;
      },
      later: (work) => {
        this.later.push(work);
      },
      landing: null,
    };
  }
}

/** Walks through a provider's pages as a persona, with a browser of its own. @returns the way back */
export async function atProvider(start: string, persona: string): Promise<string> {
  const jar = new Map<string, string>();
  let address = start;
  for (let hops = 0; hops < 10; hops += 1) {
    if (address.startsWith(settings().url)) return address;
    const Cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(address, { redirect: 'manual', headers: { Cookie } });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      jar.set(name, value);
    }
    const location = answer.headers.get('location');
    const onwards = location ?? (answer.ok ? `${new URL(address).pathname}/${persona}` : null);
    if (onwards === null)
      throw new Error(`The provider answered ${answer.status}: ${await answer.text()}`);
    address = new URL(onwards, address).href;
  }
  throw new Error('The provider leads nowhere.');
}
