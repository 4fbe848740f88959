import { today } from '#lib/platform/clock.ts';
import { Refusal } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import type { PriceInput } from './schema.ts';

/**
 * Says what something costs from a day on. What has held stays as history: the price before it ends that
 * day; one that was to begin then or later gives way. For the hub's administrators.
 * @throws Refusal for a day that has passed, or a VAT class of another country
 */
export async function setPrice(scope: Scope, input: PriceInput): Promise<void> {
  const { from, passHours, passMonths, ...price } = input;
  if (from < today(scope.hub.zone).toString()) refuse('from', 'past');
  const isPass = price.unit === 'PASS';
  if (isPass && passHours === 0) refuse('passHours', 'passHolds');
  if (isPass && passMonths === 0) refuse('passMonths', 'passHolds');
  const validFrom = new Date(from);
  await scope.write('price:edit', async (db, deed) => {
    const hubId = scope.hub.id;
    const { kind, actorClass, unit } = price;
    const vat = await db.vatClass.findUnique({ where: { code: price.vatClass } });
    if (vat?.country !== scope.hub.country) refuse('vatClass', 'noSuchVat');
    const same = { hubId, kind, actorClass, unit };
    await db.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${JSON.stringify(same)}, 0)) is null`;
    const later = { ...same, validFrom: { gte: validFrom } };
    const agreed = { OR: [{ bookings: { some: {} } }, { passes: { some: {} } }] };
    if ((await db.priceItem.count({ where: { ...later, ...agreed } })) > 0)
      refuse('from', 'agreedOn');
    await db.priceItem.deleteMany({ where: later });
    await db.priceItem.updateMany({
      where: {
        ...same,
        validFrom: { lt: validFrom },
        OR: [{ validTo: null }, { validTo: { gt: validFrom } }],
      },
      data: { validTo: validFrom },
    });
    const pass = isPass ? { passMinutes: passHours * 60, passMonths } : {};
    const { id } = await db.priceItem.create({ data: { ...price, ...pass, hubId, validFrom } });
    deed.record('priceSet', 'price', id, { kind, actorClass, unit, ore: price.ore, from });
  });
}

function refuse(field: string, name: string): never {
  const code = `prices.refusals.${name}`;
  throw new Refusal(code, { [field]: code });
}
