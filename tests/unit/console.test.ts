import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { checkout } from '#lib/cli/database/place.ts';

describe('What libraries print', () => {
  it('is a line of the log, and a warning of Node is no error', () => {
    const script = `
      import { structureConsole } from '#lib/platform/watch/console.ts';
      structureConsole();
      process.emitWarning('url.parse() is old', 'DeprecationWarning', 'DEP0169');
      console.error('broken');`;
    const given = ['--conditions=react-server', '--input-type=module', '--eval', script];
    const { stdout, stderr } = spawnSync(process.execPath, given, {
      cwd: checkout,
      encoding: 'utf8',
    });
    const lines = `${stdout}${stderr}`.split('\n').filter(Boolean);
    const told = lines.map((line) => JSON.parse(line) as { level: string; text: string });
    const levelOf = (word: string) => told.find(({ text }) => text.includes(word))?.level;
    expect(told).toHaveLength(2);
    expect(levelOf('url.parse')).toBe('warn');
    expect(levelOf('broken')).toBe('error');
  });
});
