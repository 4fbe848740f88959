import { changesOf } from '#lib/platform/changes.ts';
import { dateOf, now, today } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import { NotFound, Refusal, refusedBy } from '#lib/platform/errors.ts';
import { type Locale, locales, type Text } from '#lib/platform/i18n/locales.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { demandContrast } from './founding.ts';
import { barrierLetter, receiptLetter } from './letters.ts';
import { emptyForLive } from './reads.ts';
import { caseNumber, fieldOf } from './rules.ts';
import { type BarrierInput, isId, type StatementInput, type TextsInput } from './schema.ts';

const textNames = ['welcome', 'mission', 'contactRole'] as const;

/**
 * Changes what the hub says of itself. Hub administrators may.
 * @throws Refusal `notReady` when the hub is open and something would become empty
 */
export async function editHub(scope: Scope, input: TextsInput): Promise<void> {
  await keepingReady(scope, async (db) => {
    const id = scope.hub.id;
    const kept = await db.hub.findUnique({ where: { id } });
    if (!kept) throw new NotFound('hub');
    const { name, contactEmail, dataProtectionEmail, address, areaM2 } = input;
    const languages = inOrder(input.languages, kept.languages);
    const texts = Object.fromEntries(textNames.map((text) => [text, textOf(input, text)]));
    await db.hub.updateMany({
      where: { id },
      data: { name, languages, contactEmail, dataProtectionEmail, address, areaM2, ...texts },
    });
    const contacts = { contactEmail, dataProtectionEmail };
    const plain = { name, languages, ...contacts, address, areaM2, ...spoken(texts) };

    const before = {
      name: kept.name,
      languages: kept.languages,
      contactEmail: kept.contactEmail,
      dataProtectionEmail: kept.dataProtectionEmail,
      address: kept.address,
      areaM2: kept.areaM2,
      ...spoken(kept),
    };
    // An address may be a person's own.
    return {
      kind: 'hubEdited',
      detail: changesOf(before, plain, ['contactEmail', 'dataProtectionEmail']),
    };
  });
}

/** @throws Refusal with the figures when text or buttons would be too faint */
export async function recolourHub(scope: Scope, colours: { accent: string; support: string }) {
  demandContrast(colours.accent, colours.support);
  await keepingReady(scope, async (db) => {
    const { id, accent, support } = scope.hub;
    await db.hub.updateMany({ where: { id }, data: colours });
    return { kind: 'hubRecoloured', detail: changesOf({ accent, support }, colours) };
  });
}

/**
 * Saves what the hub says of its accessibility. Hub administrators may.
 * @throws Refusal at a day that has not come yet where the hub is
 */
export async function saveStatement(scope: Scope, input: StatementInput): Promise<void> {
  demandPast(input, today(scope.hub.zone).toString());
  await keepingReady(scope, async (db) => {
    const hubId = scope.hub.id;
    const day = (text: string | null) => (text === null ? null : new Date(`${text}T00:00:00Z`));
    const { assessedOn, updatedOn, ...texts } = input;
    const data = { ...texts, assessedOn: day(assessedOn), updatedOn: day(updatedOn) };
    const kept = await db.accessibilityStatement.findUnique({ where: { hubId } });
    if (kept) await db.accessibilityStatement.updateMany({ where: { hubId }, data });
    else await db.accessibilityStatement.createMany({ data: [{ hubId, ...data }] });
    const asDay = (date: Date | null | undefined) => date?.toISOString().slice(0, 10) ?? null;
    const { hubId: _, ...held } = kept ?? { hubId };
    const before = {
      ...held,
      assessedOn: asDay(kept?.assessedOn),
      updatedOn: asDay(kept?.updatedOn),
    };
    return { kind: 'statementSaved', detail: changesOf(before, input, ['contact']) };
  });
}

/** What was done is not done tomorrow; days as text compare as days. */
function demandPast(input: StatementInput, day: string): void {
  const late = (['assessedOn', 'updatedOn'] as const).filter((name) => (input[name] ?? '') > day);
  if (late.length === 0) return;
  const fields = Object.fromEntries(late.map((name) => [name, 'house.refusals.futureDate']));
  throw new Refusal('refusals.invalid', fields);
}

/** Opens the hub to visitors. @throws Refusal `notReady` with `{ missing }` while something is empty */
export async function openHub(scope: Scope): Promise<void> {
  await keepingReady(scope, (db) => turn(scope, db, true));
}

/** Shuts the hub for visitors; its staff still reach it through the house. */
export async function closeHub(scope: Scope): Promise<void> {
  await keepingReady(scope, (db) => turn(scope, db, false));
}

async function turn(scope: Scope, db: Handle, live: boolean) {
  const { id } = scope.hub;
  if (live) {
    const missing = await emptyForLive(db, id);
    if (missing.length > 0) throw new Refusal('house.refusals.notReady', {}, { missing });
  }
  await db.hub.updateMany({ where: { id }, data: { live } });
  return { kind: live ? 'hubOpened' : 'hubClosed', detail: {} };
}

type Told = { kind: string; detail: { [key: string]: string | number | boolean | string[] } };

/** A change of the hub's own: recorded, pages made anew, refused when an open hub would have gaps. */
async function keepingReady(scope: Scope, change: (db: Handle) => Promise<Told>): Promise<void> {
  try {
    await scope.write('hub:edit', async (db, deed) => {
      const { kind, detail } = await change(db);
      await demandReady(db, scope.hub.id);
      await db.$executeRaw`set constraints hub_is_ready_when_live, statement_stays_when_live immediate`;
      deed.record(kind, 'hub', scope.hub.id, detail);
      deed.pagesChanged();
    });
  } catch (error) {
    if (!refusedBy(error, 'hub_is_ready_when_live')) throw error;
    throw new Refusal('house.refusals.staysReady');
  }
}

/** What an open hub may not be without, said at its field; the database stands behind this. */
async function demandReady(db: Handle, id: string): Promise<void> {
  const hub = await db.hub.findUnique({ where: { id }, select: { live: true } });
  const missing = hub?.live ? await emptyForLive(db, id) : [];
  if (missing.length === 0) return;
  const fields = missing.map((code) => [fieldOf(code), 'house.refusals.needed']);
  throw new Refusal('house.refusals.staysReady', Object.fromEntries(fields));
}

/**
 * Keeps a report of a barrier, or a wish for an accessible copy, and tells the hub; whoever left an
 * address gets a receipt in their language. Anyone may, without a name. @returns the number of the case, for the reporter to refer to
 */
export async function reportBarrier(
  scope: Scope,
  input: BarrierInput,
  locale: Locale,
): Promise<string> {
  return scope.write('barrier:report', async (db, deed) => {
    const hubId = scope.hub.id;
    const hub = await db.hub.findUnique({
      where: { id: hubId },
      select: { slug: true, name: true, contactEmail: true, languages: true },
    });
    if (!hub) throw new NotFound('hub');
    const id = crypto.randomUUID();
    const number = caseNumber();
    const createdAt = dateOf(now());
    await db.barrierReport.createMany({ data: [{ ...input, hubId, id, number, createdAt }] });
    deed.record('barrierReported', 'barrierReport', id, { number, kind: input.kind });
    deed.mail(barrierLetter(hub, number, input.kind));
    if (input.email) deed.mail(receiptLetter(hub, number, input.email, locale));
    return number;
  });
}

/** Marks a report as handled. Hub administrators may. @throws NotFound for another hub's */
export async function handleBarrier(scope: Scope, id: string): Promise<void> {
  if (!isId(id)) throw new NotFound('barrier report');
  await scope.write('hub:edit', async (db, deed) => {
    const here = { hubId: scope.hub.id, id };
    const report = await db.barrierReport.findFirst({ where: here, select: { number: true } });
    if (!report) throw new NotFound('barrier report');
    const { count } = await db.barrierReport.updateMany({
      where: { ...here, handledAt: null },
      data: { handledAt: dateOf(now()) },
    });
    if (count === 0) throw new Refusal('house.refusals.alreadyHandled');
    deed.record('barrierHandled', 'barrierReport', id, { number: report.number });
  });
}

/** The hub's own language first, the others as they stood: boxes that are ticked have no order. */
function inOrder([own, ...others]: Locale[], kept: readonly string[]): string[] {
  const place = (language: string) => (kept.indexOf(language) + 10) % 10;
  return [own ?? '', ...others.toSorted((one, other) => place(one) - place(other))];
}

function textOf(input: TextsInput, name: (typeof textNames)[number]): Text {
  const pairs = locales.map((locale) => [locale, input[`${name}_${locale}`]]);
  return Object.fromEntries(pairs) as Text;
}

/** Texts by language as one flat list of fields: `welcome.sv`. */
function spoken(texts: { [key: string]: unknown }): Record<string, string> {
  const pairs = textNames.flatMap((name) =>
    locales.map((locale: Locale) => [
      `${name}.${locale}`,
      (texts[name] as Partial<Text> | undefined)?.[locale] ?? '',
    ]),
  );
  return Object.fromEntries(pairs);
}
