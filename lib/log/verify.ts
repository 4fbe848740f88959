import { createHash } from 'node:crypto';
import type { Handle } from '#lib/platform/db.ts';
import type { Scope } from '#lib/platform/scope.ts';

export type Fault = 'changed' | 'missing' | 'forged' | 'end' | 'beyond';
export type ChainReport = {
  /** The hub's slug; null for the installation's own chain. */
  hub: string | null;
  count: number;
  /** The hash of the last event in hexadecimals: kept elsewhere, it proves the chain up to here. */
  head: string;
  broken: { seq: number; id: string | null; fault: Fault } | null;
};

type Row = { seq: bigint; id: string; previous: Uint8Array; hash: Uint8Array; told: string };
type Chain = {
  chain: string;
  hub: string | null;
  seq: bigint | null;
  hash: Uint8Array | null;
  /** The highest place in the chain, seen at the same instant as its head. */
  top: bigint | null;
};

const batch = 5000;

/**
 * Walks the chains of events and computes every hash anew, outside the database.
 * @param slug one hub's chain, or null for all of them and the installation's
 */
export async function verifyLog(scope: Scope, slug: string | null): Promise<ChainReport[]> {
  const chains = await scope.read('system:work', listChains);
  const wanted = chains.filter(({ hub }) => slug === null || hub === slug);
  const reports: ChainReport[] = [];
  for (const chain of wanted) reports.push(await verifyChain(scope, chain));
  return reports;
}

// A chain may have lost its head and a head its events: both sides are asked.
async function listChains(db: Handle): Promise<Chain[]> {
  return db.$queryRaw<Chain[]>`
    select known.chain::text as chain, coalesce(b.slug, case when known.chain <> audit_chain(null) then known.chain::text end) as hub,
      h.seq, h.hash, (select max(e.seq) from audit_event e
        where e.hub_id is not distinct from nullif(known.chain, audit_chain(null))) as top
    from (select chain from audit_head union select distinct audit_chain(hub_id) from audit_event
      union select id from hub) known
    left join audit_head h on h.chain = known.chain left join hub b on b.id = known.chain
    order by b.slug nulls first, known.chain`;
}

async function verifyChain(
  scope: Scope,
  { chain, hub, seq, hash, top }: Chain,
): Promise<ChainReport> {
  // What is written meanwhile is left for the next time: the head that was read is where to stop.
  const end = Number(seq ?? 0);
  let last: Uint8Array = new Uint8Array();
  let count = 0;
  const report = (broken: ChainReport['broken']): ChainReport => ({
    hub,
    count,
    head: Buffer.from(last).toString('hex'),
    broken,
  });
  for (;;) {
    const rows = await scope.read('system:work', (db) => after(db, chain, count));
    for (const row of rows.slice(0, end - count)) {
      const fault = faultOf(row, count + 1, last);
      if (fault) return report({ seq: count + 1, id: row.id, fault });
      last = row.hash;
      count += 1;
    }
    if (rows.length < batch || count >= end) break;
  }
  if (Number(top ?? 0) > end) return report({ seq: end + 1, id: null, fault: 'beyond' });
  const whole = count === end && same(last, hash ?? new Uint8Array());
  return report(whole ? null : { seq: count + 1, id: null, fault: 'end' });
}

function faultOf(row: Row, expected: number, last: Uint8Array): Fault | null {
  if (Number(row.seq) !== expected) return 'missing';
  if (!same(row.previous, last)) return 'forged';
  const hash = createHash('sha256').update(row.previous).update(row.told, 'utf8').digest();
  return same(hash, row.hash) ? null : 'changed';
}

const same = (one: Uint8Array, other: Uint8Array) => Buffer.from(one).equals(Buffer.from(other));

// The text is written out here and not asked of a function, which whoever changes rows could change too.
async function after(db: Handle, chain: string, seq: number): Promise<Row[]> {
  return db.$queryRaw<Row[]>`
    select e.seq, e.id::text as id, e.previous, e.hash,
      jsonb_build_array(e.hub_id, e.seq, e.id, e.organisation_id, e.person_id, e.acted_as, e.concerns_id,
        (extract(epoch from e.at) * 1000)::bigint, e.kind, e.object_type, e.object_id, e.detail)::text as told
    from audit_event e
    where e.hub_id is not distinct from nullif(${chain}::uuid, '00000000-0000-0000-0000-000000000000'::uuid)
      and e.seq > ${seq} order by e.seq limit ${batch}`;
}
