import { dateOf, now } from '#lib/platform/clock.ts';
import { NotFound, Refusal, refusedBy } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { isId } from '#lib/showroom/schema.ts';
import type { DecisionInput } from './schema.ts';

type Choice = { demoId: string; chosen: boolean; reason: string };

/**
 * Writes down what was chosen from a locked list and why: of every demo, or that none fits. Written before,
 * this is a correction and says why. Members may. Of several at once the first counts, and the others are
 * told. @throws Refusal by field, or `meanwhile`; NotFound for anyone else's
 */
export async function decideList(scope: Scope, id: string, input: DecisionInput): Promise<void> {
  if (!isId(id)) throw new NotFound('list');
  const key = { hubId: scope.hub.id, listId: id };
  try {
    await scope.write('list:keep', async (db, deed) => {
      const list = await db.demoList.findFirst({
        where: { hubId: scope.hub.id, organisationId: scope.organisation.id, id },
        select: { lockedAt: true, items: { select: { demoId: true } } },
      });
      if (!list) throw new NotFound('list');
      if (!list.lockedAt) throw new Refusal('lists.refusals.open');
      const written = await db.listDecision.count({ where: key });
      if (written !== input.last) throw new Refusal('lists.refusals.meanwhile');
      const number = written + 1;
      const choices = choicesOf(
        list.items.map(({ demoId }) => demoId),
        input,
      );
      refuseIncomplete(choices, input, number);
      const noneFits = input.fits === 'none';
      const by = { decidedById: scope.person.id, decidedAt: dateOf(now()) };
      const { reason } = input;
      await db.listDecision.createMany({ data: [{ ...key, number, noneFits, reason, ...by }] });
      const rows = choices.map((choice) => ({ ...key, number, ...choice }));
      await db.listChoice.createMany({ data: noneFits ? [] : rows });
      deed.record('listDecided', 'demoList', id, { entry: number });
    });
  } catch (error) {
    if (refusedBy(error, 'list_decision_pkey')) throw new Refusal('lists.refusals.meanwhile');
    throw error;
  }
}

function choicesOf(demoIds: string[], input: DecisionInput): Choice[] {
  const said = (name: string) => {
    const value = input[name];
    return typeof value === 'string' ? value.trim() : '';
  };
  return demoIds.map((demoId) => ({
    demoId,
    chosen: said(`chosen.${demoId}`) === 'yes',
    reason: said(`reason.${demoId}`),
  }));
}

function refuseIncomplete(choices: Choice[], input: DecisionInput, number: number): void {
  const refused: Record<string, string> = {};
  const none = input.fits === 'none';
  if (none && input.reason === '') refused.reason = 'lists.refusals.noneWhy';
  if (number > 1 && input.reason === '') refused.reason ??= 'lists.refusals.correctionWhy';
  for (const { demoId, chosen, reason } of none ? [] : choices) {
    const answer = input[`chosen.${demoId}`];
    if (!chosen && answer !== 'no') refused[`chosen.${demoId}`] = 'lists.refusals.chosen';
    if (reason === '') refused[`reason.${demoId}`] = 'lists.refusals.missing.reason';
  }
  if (!none && !choices.some(({ chosen }) => chosen)) refused.fits ??= 'lists.refusals.noneChosen';
  if (Object.keys(refused).length > 0) throw new Refusal('refusals.invalid', refused);
}
