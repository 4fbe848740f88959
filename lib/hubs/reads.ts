import type { Handle } from '#lib/platform/db.ts';
import { NotFound } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import type { BarrierKind, Compliance } from './rules.ts';

export type Statement = {
  actor: string;
  service: string;
  compliance: Compliance | null;
  defects: string;
  assessedOn: Date | null;
  updatedOn: Date | null;
  method: string;
  contact: string;
  supervision: string;
  burden: string;
  outside: string;
  declaration: string;
};

/** What the hub says of its accessibility; null before it has said anything. Anyone may. */
export async function findStatement(scope: Scope): Promise<Statement | null> {
  return scope.read('hub:read', (db) => statementOf(db, scope.hub.id));
}

async function statementOf(db: Handle, hubId: string): Promise<Statement | null> {
  const row = await db.accessibilityStatement.findUnique({ where: { hubId } });
  if (!row) return null;
  const { hubId: _, compliance, ...rest } = row;
  return { ...rest, compliance: compliance as Compliance | null };
}

/** What a hub's administrators change, and what is still missing before it can open. */
export async function findHubSettings(scope: Scope) {
  return scope.read('hub:edit', async (db) => {
    const hubId = scope.hub.id;
    const hub = await db.hub.findUnique({
      where: { id: hubId },
      select: {
        name: true,
        languages: true,
        accent: true,
        support: true,
        welcome: true,
        mission: true,
        address: true,
        areaM2: true,
        contactEmail: true,
        dataProtectionEmail: true,
        contactRole: true,
        picture: true,
        pictureAlt: true,
        live: true,
        operator: { select: { name: true } },
      },
    });
    if (!hub) throw new NotFound('hub');
    return {
      ...hub,
      missing: await emptyForLive(db, hubId),
      statement: await statementOf(db, hubId),
      barriers: await db.barrierReport.count({ where: { hubId, handledAt: null } }),
    };
  });
}
export type HubSettings = Awaited<ReturnType<typeof findHubSettings>>;

/** Codes of what is empty, such as `welcome.sv` or `statement.method`; the database says which. */
export async function emptyForLive(db: Handle, hubId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ missing: string[] }[]>`
    select empty_for_live(h) as missing from hub h where h.id = ${hubId}::uuid`;
  return rows[0]?.missing ?? [];
}

export type BarrierReport = {
  id: string;
  number: string;
  kind: BarrierKind;
  place: string;
  text: string;
  name: string;
  email: string;
  createdAt: Date;
  handledAt: Date | null;
};

const shown = 200;

/** Barriers that were reported: those that wait, oldest first, then the latest handled. */
export async function listBarriers(scope: Scope): Promise<BarrierReport[]> {
  return scope.read('hub:edit', async (db) => {
    const where = { hubId: scope.hub.id };
    const select = {
      id: true,
      number: true,
      kind: true,
      place: true,
      text: true,
      name: true,
      email: true,
      createdAt: true,
      handledAt: true,
    };
    const waiting = await db.barrierReport.findMany({
      where: { ...where, handledAt: null },
      orderBy: { createdAt: 'asc' },
      take: shown,
      select,
    });
    const handled = await db.barrierReport.findMany({
      where: { ...where, handledAt: { not: null } },
      orderBy: { handledAt: 'desc' },
      take: 20,
      select,
    });
    return [...waiting, ...handled].map((row) => ({ ...row, kind: row.kind as BarrierKind }));
  });
}
