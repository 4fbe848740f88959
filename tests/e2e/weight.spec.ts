import { budgets, weigh } from '#tests/bench/weights.ts';
import { expect, signIn, test } from '#tests/support/e2e.ts';

const readers: Record<string, string> = {
  'signed-in list': 'emil.sandgren@lasvarg.example',
  form: 'maja.lindstrand@ostersunds-kommun.example',
  'house list': 'anders.sundvall@region-jamtland-harjedalen.example',
};

for (const [kind, { path, ...budget }] of Object.entries(budgets)) {
  test(`a ${kind} weighs no more than its budget`, async ({ page, baseURL }) => {
    const reader = readers[kind];
    if (reader) await signIn(page, reader);
    const cookies = await page.context().cookies();
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    const weight = await weigh(`${baseURL}${path}`, cookie);
    for (const [what, most] of Object.entries(budget)) {
      const is = weight[what as keyof typeof weight];
      expect(is, `${what} of ${path}: ${is} kB`).toBeLessThanOrEqual(most);
      expect(is, `${what} of ${path}`).toBeGreaterThan(0);
    }
  });
}
