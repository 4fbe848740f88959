import { z } from 'zod';
import { dateOf, now } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import { NotFound, Refusal } from '#lib/platform/errors.ts';
import { type Locale, locales } from '#lib/platform/i18n/locales.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { noteNews } from './news.ts';
import { isId } from './schema.ts';

export const adoptionStates = ['TESTING', 'USING', 'STOPPED'] as const;
export const adoptionLimits = { scale: 120, result: 600, lesson: 600, contact: 120 } as const;

const words = (name: keyof typeof adoptionLimits) =>
  z
    .string()
    .default('')
    .transform((text) => text.replaceAll('\0', '').replace(/\r\n?/g, '\n').trim())
    .pipe(z.string().max(adoptionLimits[name], `adoptions.refusals.tooLong.${name}`));
const day = z.union([z.literal(''), z.iso.date('showroom.refusals.noSuchDay')]).default('');

/** What an organisation says of its own use, in the language it writes. */
export const adoptionForm = z.object({
  status: z.enum(adoptionStates, 'adoptions.refusals.status'),
  since: z.iso.date('adoptions.refusals.since'),
  stoppedOn: day,
  scale: words('scale'),
  result: words('result'),
  lesson: words('lesson'),
  contact: words('contact'),
  language: z.enum(locales),
});
export type AdoptionInput = z.output<typeof adoptionForm>;

/**
 * States how one's own organisation uses a published demo: once each, changed as often as it changes. Its
 * administrators may; nobody can do it for them, and no company says it of what it sells itself.
 * @throws Refusal by field; NotFound for a demo that is not shown
 */
export async function stateAdoption(scope: Scope, demoId: string, input: AdoptionInput) {
  const { since, stoppedOn, status, contact, language } = input;
  const today = now().toZonedDateTimeISO(scope.hub.zone).toPlainDate().toString();
  refuseWrongDays(input, today);
  await scope.write('adoption:state', async (db, deed) => {
    const key = { hubId: scope.hub.id, demoId, organisationId: scope.organisation.id };
    const { ownerId } = await demandShown(db, scope, demoId);
    if (ownerId === scope.organisation.id && scope.organisation.kind === 'COMPANY') {
      throw new Refusal('adoptions.refusals.ownProduct');
    }
    const kept = await db.demoAdoption.findFirst({ where: key });
    const data = {
      ...{ status, contact, updatedAt: dateOf(now()) },
      since: new Date(`${since}T00:00:00Z`),
      stoppedOn: status === 'STOPPED' && stoppedOn ? new Date(`${stoppedOn}T00:00:00Z`) : null,
      scale: said(kept?.scale, language, input.scale),
      result: said(kept?.result, language, input.result),
      lesson: said(kept?.lesson, language, input.lesson),
    };
    if (kept) await db.demoAdoption.updateMany({ where: key, data });
    else await db.demoAdoption.createMany({ data: { ...key, ...data } });
    await noteUse(db, scope, demoId, kept?.status, status);
    deed.record('adoptionStated', 'demo', demoId, { status });
    deed.pagesChanged('showroom:read');
  });
}

/** Followers hear when somebody begins, or stops. */
async function noteUse(
  db: Handle,
  scope: Scope,
  demoId: string,
  before: string | undefined,
  status: string,
): Promise<void> {
  const stopped = status === 'STOPPED';
  const told = before !== undefined && stopped === (before === 'STOPPED');
  if (told) return;
  const kind = stopped ? 'STOPPED' : 'ADOPTED';
  await noteNews(db, scope, demoId, { kind, what: [scope.organisation.name] });
}

function refuseWrongDays({ since, stoppedOn, status }: AdoptionInput, today: string) {
  if (since > today) throw invalid('since', 'sinceAhead');
  if (status !== 'STOPPED') return;
  if (stoppedOn === '') throw invalid('stoppedOn', 'stoppedOn');
  if (stoppedOn < since) throw invalid('stoppedOn', 'stoppedBefore');
  if (stoppedOn > today) throw invalid('stoppedOn', 'sinceAhead');
}

function invalid(field: string, code: string): Refusal {
  return new Refusal('refusals.invalid', { [field]: `adoptions.refusals.${code}` });
}

/** What is written in a language takes the place of what stood there; other languages would say the old. */
function said(kept: unknown, language: Locale, text: string): Record<string, string> {
  const before = (kept ?? {}) as Record<string, string>;
  if (text !== '' && Object.values(before).includes(text)) return before;
  return text ? { [language]: text } : {};
}

/** Takes back what one's own organisation said. Its administrators may. */
export async function withdrawAdoption(scope: Scope, demoId: string): Promise<void> {
  if (!isId(demoId)) throw new NotFound('adoption');
  await scope.write('adoption:state', async (db, deed) => {
    const where = { hubId: scope.hub.id, demoId, organisationId: scope.organisation.id };
    const { count } = await db.demoAdoption.deleteMany({ where });
    if (count === 0) throw new NotFound('adoption');
    deed.record('adoptionWithdrawn', 'demo', demoId);
    deed.pagesChanged('showroom:read');
  });
}

async function demandShown(db: Handle, scope: Scope, demoId: string) {
  const where = { hubId: scope.hub.id, id: demoId, status: 'PUBLISHED' as const };
  const demo = isId(demoId) ? await db.showroomDemo.findFirst({ where }) : null;
  if (!demo) throw new NotFound('demo');
  return demo;
}

/** What one's own organisation says that it uses, by name; and one of them. Members may. */
export async function listOwnAdoptions(scope: Scope) {
  return scope.read('adoption:read', (db) =>
    db.demoAdoption.findMany({
      where: { hubId: scope.hub.id, organisationId: scope.organisation.id },
      include: { demo: { select: { id: true, slug: true, title: true, status: true } } },
      orderBy: [{ status: 'asc' }, { since: 'desc' }],
    }),
  );
}

/** The demo that a statement is about, and what has been said of it so far. @throws NotFound */
export async function findOwnAdoption(scope: Scope, demoId: string) {
  if (!isId(demoId)) throw new NotFound('demo');
  return scope.read('adoption:read', async (db) => {
    const demo = await db.showroomDemo.findFirst({
      where: { hubId: scope.hub.id, id: demoId, status: 'PUBLISHED' },
      select: {
        ...{ id: true, slug: true, title: true, ownerId: true },
        owner: { select: { name: true } },
      },
    });
    if (!demo) throw new NotFound('demo');
    const where = { hubId: scope.hub.id, demoId, organisationId: scope.organisation.id };
    return { demo, said: await db.demoAdoption.findFirst({ where }) };
  });
}
