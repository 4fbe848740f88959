import { Agent, get } from 'node:http';

/** One request on its own connection or, with a keeping agent, on one kept open. */
export function visit(url: string, agent = new Agent()): Promise<number> {
  return new Promise((resolve, reject) => {
    // Nobody is to wait for an answer that never comes.
    const asked = get(url, { agent, timeout: 8000 }, (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer.statusCode ?? 0));
      answer.on('error', reject);
    });
    asked.on('error', reject);
    asked.on('timeout', () => asked.destroy(new Error('no answer')));
  });
}

/** Visitors who never stop asking, half of them on connections kept open. */
export function visitors(urls: string[], many = 8) {
  let going = true;
  const failures: string[] = [];
  let answered = 0;
  const loops = Array.from({ length: many }, async (_, n) => {
    const agent = new Agent({ keepAlive: n % 2 === 0, maxSockets: 1 });
    for (let turn = n; going; turn += 1) {
      const url = urls[turn % urls.length] ?? '';
      try {
        const status = await visit(url, agent);
        if (status >= 500) failures.push(`${url}: ${status}`);
        answered += 1;
      } catch (error) {
        failures.push(`${url}: ${(error as NodeJS.ErrnoException).code ?? error}`);
      }
      await new Promise((done) => setTimeout(done, n));
    }
    agent.destroy();
  });
  return {
    answered: () => answered,
    failures: () => failures,
    leave: async () => {
      going = false;
      await Promise.all(loops);
      return failures;
    },
  };
}
