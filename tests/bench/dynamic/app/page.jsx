import { connection } from 'next/server';
import { pool } from './pool.js';

/** As many rows as a page of "our bookings", from the same tables, without asking who reads. */
export default async function Page() {
  await connection();
  const { rows } = await pool.query(
    `select b.id, b.starts_at, b.ends_at, b.purpose, b.status, p.name ->> 'sv' as place, q.name as person
     from booking b join place p on p.hub_id = b.hub_id and p.id = b.place_id
     join person q on q.id = b.booked_by_id
     where b.organisation_id = $1 order by b.starts_at desc limit $2`,
    [process.env.BENCH_ORGANISATION, Number(process.env.BENCH_ROWS)],
  );
  return (
    <table>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>{row.place}</td>
            <td>{row.starts_at.toISOString()}</td>
            <td>{row.ends_at.toISOString()}</td>
            <td>{row.purpose}</td>
            <td>{row.person}</td>
            <td>{row.status}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
