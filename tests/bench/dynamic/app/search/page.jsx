import { connection } from 'next/server';
import { pool } from '../pool.js';

const facets = {
  area: `unnest(d.areas)`,
  owner: `o.kind::text`,
  stage: `d.stage::text`,
  setting: `unnest(d.settings)`,
  kind: `d.kind::text`,
};

/** The demos that say a word and how many there are with each value, by plain SQL. */
export default async function Page({ searchParams }) {
  await connection();
  const { q = '' } = await searchParams;
  const hits = `select d.*, o.name as owner from showroom_demo d join organisation o on o.id = d.owner_id
      join demo_search s on s.hub_id = d.hub_id and s.demo_id = d.id
    where d.hub_id = (select id from hub where slug = 'ostersund') and d.status = 'PUBLISHED'
      and s.told like '%' || fold($1) || '%'`;
  const { rows } = await pool.query(`${hits} order by d.published_at desc, d.slug`, [q]);
  const counted = await pool.query(
    Object.entries(facets)
      .map(
        ([name, value]) =>
          `select '${name}' as facet, ${value} as value, d.id from showroom_demo d
            join organisation o on o.id = d.owner_id
            join demo_search s on s.hub_id = d.hub_id and s.demo_id = d.id where d.hub_id = (select id from hub where slug = 'ostersund')
            and d.status = 'PUBLISHED' and s.told like '%' || fold($1) || '%'`,
      )
      .reduce((all, one) => `${all} union all ${one}`)
      .replace(/^/, 'select facet, value, count(*)::int as n from (')
      .concat(') found group by 1, 2 order by 1, 2'),
    [q],
  );
  return (
    <>
      <ul>
        {counted.rows.map((row) => (
          <li key={row.facet + row.value}>
            {row.value} ({row.n})
          </li>
        ))}
      </ul>
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            <h2>{row.title.sv}</h2>
            <p>{row.summary.sv}</p>
            <p>{row.owner}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
