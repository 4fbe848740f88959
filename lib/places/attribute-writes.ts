import { dateOf, now } from '#lib/platform/clock.ts';
import { type Handle, noJson } from '#lib/platform/db.ts';
import { NotFound, Refusal } from '#lib/platform/errors.ts';
import { inAll } from '#lib/platform/i18n/texts.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { isId } from '#lib/workspace/schema.ts';
import { type AttributeInput, codeOf, newChoices } from './attribute-schema.ts';

/** Adds something that the hub tells of its places, last in their order. For the hub's administrators. */
export async function addAttribute(scope: Scope, input: AttributeInput): Promise<{ id: string }> {
  return scope.write('place:manage', async (db, deed) => {
    const hubId = scope.hub.id;
    const known = await db.attribute.findMany({
      where: { hubId },
      select: { code: true, position: true },
    });
    const code = codeOf(
      input.nameSv || input.nameNb || input.nameEn,
      known.map((one) => one.code),
    );
    const position = Math.max(0, ...known.map((one) => one.position)) + 1;
    const { id } = await db.attribute.create({
      data: { hubId, code, position, type: input.type, ...factsOf(input) },
      select: { id: true },
    });
    await writeChoices(db, hubId, id, input);
    deed.record('attributeAdded', 'attribute', id, { code });
    deed.pagesChanged('workspace:read');
    return { id };
  });
}

/**
 * Changes it; its type stays. Values that no longer fit (of a kind or a choice that goes) are removed when
 * that is confirmed.
 * @throws Refusal `losesValues` when it is not; NotFound for another hub's
 */
export async function changeAttribute(scope: Scope, id: string, input: AttributeInput) {
  if (!isId(id)) throw new NotFound('attribute');
  await scope.write('place:manage', async (db, deed) => {
    const hubId = scope.hub.id;
    const kept = await db.attribute.findFirst({ where: { hubId, id } });
    if (!kept) throw new NotFound('attribute');
    const gone = await misfits(db, hubId, id, input);
    // That a place was known to lack it is no loss where it no longer belongs.
    const lost = gone.filter(({ yes }) => yes !== false).length;
    if (lost > 0 && !input.confirmed) refuseLoss(lost);
    await db.placeAttribute.deleteMany({
      where: { hubId, attributeId: id, placeId: { in: gone.map(({ placeId }) => placeId) } },
    });
    await db.attribute.update({ where: { hubId_id: { hubId, id } }, data: factsOf(input) });
    await writeChoices(db, hubId, id, { ...input, type: kept.type });
    deed.record('attributeChanged', 'attribute', id, { code: kept.code, lost });
    deed.pagesChanged('workspace:read');
  });
}

/** Takes it out of use, or into use again: nobody sees it meanwhile, and no value is lost. @throws NotFound */
export async function retireAttribute(scope: Scope, id: string, retired: boolean): Promise<void> {
  if (!isId(id)) throw new NotFound('attribute');
  await scope.write('place:manage', async (db, deed) => {
    const hubId = scope.hub.id;
    const kept = await db.attribute.findFirst({ where: { hubId, id } });
    if (!kept) throw new NotFound('attribute');
    const retiredAt = retired ? dateOf(now()) : null;
    await db.attribute.update({ where: { hubId_id: { hubId, id } }, data: { retiredAt } });
    const { code } = kept;
    if (retired) deed.record('attributeRetired', 'attribute', id, { code });
    else deed.record('attributeRestored', 'attribute', id, { code });
    deed.pagesChanged('workspace:read');
  });
}

/** What is said of places and would no longer fit. */
function misfits(db: Handle, hubId: string, attributeId: string, input: AttributeInput) {
  const choices = input.choices.map(({ code }) => code);
  return db.placeAttribute.findMany({
    where: {
      ...{ hubId, attributeId },
      OR: [
        { place: { kind: { notIn: input.kinds } } },
        { type: 'CHOICE', choice: { notIn: choices } },
      ],
    },
    select: { placeId: true, yes: true },
  });
}

function refuseLoss(count: number): never {
  const code = 'places.refusals.losesValues';
  throw new Refusal(code, { confirmed: code }, null, { count });
}

function factsOf(input: AttributeInput) {
  const { kinds, filter, unit, type, withoutSv, withoutNb, withoutEn } = input;
  const lacks = type === 'YES_NO' && withoutSv + withoutNb + withoutEn !== '';
  return {
    ...{ kinds, filter, unit: type === 'NUMBER' ? unit : '' },
    name: inAll(input.nameSv, input.nameNb, input.nameEn),
    without: lacks ? inAll(withoutSv, withoutNb, withoutEn) : noJson,
  };
}

/** The choices as they were sent, in that order; those with a code that is known keep it and its values. */
async function writeChoices(db: Handle, hubId: string, attributeId: string, input: AttributeInput) {
  if (input.type !== 'CHOICE') return;
  const fresh: readonly string[] = newChoices;
  const known = await db.attributeChoice.findMany({ where: { hubId, attributeId } });
  const codes = known.map(({ code }) => code);
  const kept = input.choices.filter(({ code }) => codes.includes(code) || fresh.includes(code));
  await db.attributeChoice.deleteMany({
    where: { hubId, attributeId, code: { notIn: kept.map(({ code }) => code) } },
  });
  for (const [position, { code: sent, sv, nb, en }] of kept.entries()) {
    const code = codes.includes(sent) ? sent : codeOf(sv || nb || en, codes);
    codes.push(code);
    const data = { name: inAll(sv, nb, en), position };
    await db.attributeChoice.upsert({
      where: { hubId_attributeId_code: { hubId, attributeId, code } },
      create: { hubId, attributeId, code, ...data },
      update: data,
    });
  }
}
