import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { withStates } from '#lib/cli/states.ts';

it('the map shows the states as the tables of moves say them: node lib/cli/states.ts draws them', () => {
  const map = readFileSync(new URL('../../lib/README.md', import.meta.url), 'utf8');
  expect(map).toBe(withStates(map));
  expect(map).toContain('IN_REVIEW --> NEEDS_INFO: ask (assessor)');
  expect(map).toContain('OPEN --> LINKED: taken up');
});
