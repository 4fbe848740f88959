import pg from 'pg';

type Node = {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Index Cond'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Index Recheck'?: number;
  Plans?: Node[];
};
/** One look of a statement into a table: how, and how many rows of it. */
export type Look = { table: string; how: string; index: string; rows: number; statement: string };

/** What a connection must be asked for, so that PostgreSQL tells the plan of each statement as it ran. */
export function telling(url: string, plans: 'auto' | 'force_generic_plan' | 'force_custom_plan') {
  const settings = {
    session_preload_libraries: 'auto_explain',
    'auto_explain.log_min_duration': '0',
    'auto_explain.log_analyze': 'on',
    'auto_explain.log_buffers': 'on',
    'auto_explain.log_timing': 'off',
    'auto_explain.log_nested_statements': 'on',
    'auto_explain.log_format': 'json',
    client_min_messages: 'log',
    plan_cache_mode: plans,
  };
  const asked = new URL(url);
  const options = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
  asked.searchParams.set('options', options.join(' '));
  return asked.href;
}

/** Hears the plans that connections of this process are told, from now on. */
export function hearPlans(): { looks: Look[]; stop: () => void } {
  const looks: Look[] = [];
  const emit = pg.Client.prototype.emit;
  pg.Client.prototype.emit = function heard(this: pg.Client, ...given: unknown[]) {
    const [name, notice] = given as [string, { message?: string }];
    if (name === 'notice' && notice.message?.includes('plan:')) note(notice.message, looks);
    return emit.apply(this, given as never);
  } as never;
  const stop = () => {
    pg.Client.prototype.emit = emit;
  };
  return { looks, stop };
}

function note(message: string, looks: Look[]): void {
  const told = JSON.parse(message.slice(message.indexOf('{')));
  const statement = String(told['Query Text']).replace(/\s+/g, ' ');
  const walk = (node: Node) => {
    const table = node['Relation Name'];
    const gone =
      (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0);
    const rows = (node['Actual Rows'] + gone) * node['Actual Loops'];
    const index = [node['Index Name'], node['Index Cond']].filter(Boolean).join(' ');
    if (table) looks.push({ table, how: node['Node Type'], index, rows, statement });
    for (const below of node.Plans ?? []) walk(below);
  };
  walk(told.Plan);
}
