import type { ClientBase } from 'pg';

/** How often what visitors see of each hub has changed; '' is the whole site. */
export type Versions = Map<string, bigint>;

/** In one message, so that it works behind a pooler, too. */
export async function readVersions(client: ClientBase): Promise<Versions> {
  const asked = `begin read only; set local role navet_app;
    select hub, version::text from page_version; commit`;
  const answers = (await client.query(asked)) as unknown as {
    rows: { hub: string; version: string }[];
  }[];
  return new Map((answers[2]?.rows ?? []).map(({ hub, version }) => [hub, BigInt(version)]));
}

/** Whether a replica that is at `theirs` has everything of a hub (null: of every hub) that is known. */
export function isCurrent(theirs: Versions, known: Versions, hub: string | null): boolean {
  for (const [name, version] of known) {
    const concerns = hub === null || name === hub || name === '';
    if (concerns && (theirs.get(name) ?? 0n) < version) return false;
  }
  return true;
}
