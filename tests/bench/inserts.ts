import pg from 'pg';
import { rate } from './times.ts';

const insert = `insert into occupancy (hub_id, id, unit_id, starts_at, ends_at, kind, booking_id)
  values ($1, gen_random_uuid(), $2, $3, $4, 'BOOKING', gen_random_uuid())`;
let n = 0;

/**
 * Rows a second into occupancy, and nothing else: its constraint and indexes judge, triggers and foreign keys
 * sleep. Years ahead, where nothing stands yet, on one unit after the other.
 */
export async function bareInserts(url: string, level: number): Promise<number> {
  const options = '-c session_replication_role=replica';
  const pool = new pg.Pool({ connectionString: url, max: level, options });
  const { rows: units } = await pool.query('select hub_id, id from unit order by id');
  const made = await rate(level, () => {
    const unit = units[n % units.length];
    const hour = Math.floor(n / units.length);
    n += 1;
    const begins = new Date(Date.UTC(2100, 0, 1, hour));
    const ends = new Date(Date.UTC(2100, 0, 1, hour + 1));
    return pool.query({ name: 'bare', text: insert, values: [unit.hub_id, unit.id, begins, ends] });
  });
  await pool.end();
  return made;
}
