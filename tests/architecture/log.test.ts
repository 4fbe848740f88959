import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { needMoves } from '#lib/needs/moves.ts';
import { moves as participationMoves } from '#lib/organisations/rules.ts';
import { pilotMoves } from '#lib/pilots/moves.ts';
import { locales } from '#lib/platform/i18n/locales.ts';
import { allMessages } from '#lib/platform/i18n/translate.ts';
import { partyMoves, projectMoves } from '#lib/projects/moves.ts';
import { coauthorMoves } from '#lib/proposals/coauthors.ts';
import { moves } from '#lib/proposals/moves.ts';
import { pledgeMoves } from '#lib/sharing/moves.ts';
import { versionMoves } from '#lib/showroom/moves.ts';
import { seatMoves } from '#lib/steering/moves.ts';
import { bookingEvents } from '#lib/workspace/moves.ts';

const lib = resolve(import.meta.dirname, '../../lib');
const code = readdirSync(lib, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => ({ file, text: readFileSync(join(lib, file), 'utf8') }));

/** What is recorded by name, what a table of moves names, and what a write returns to be recorded. */
const kinds = new Set([
  ...code.flatMap(({ text }) => [...text.matchAll(/\brecord\(\s*'(\w+)'/g)].map((m) => m[1] ?? '')),
  ...code.flatMap(({ file, text }) =>
    file === 'hubs/writes.ts'
      ? [...text.matchAll(/kind: [^,]*?'(\w+)'(?: : '(\w+)')?, detail/g)].flatMap((m) =>
          m.slice(1).filter((name) => name !== undefined),
        )
      : [],
  ),
  ...moves.map(({ event }) => event),
  ...coauthorMoves.map(({ event }) => event),
  ...needMoves.map(({ event }) => event),
  ...projectMoves.map(({ event }) => event),
  ...partyMoves.map(({ event }) => event),
  ...pledgeMoves.map(({ event }) => event),
  ...seatMoves.map(({ event }) => event),
  ...pilotMoves.map(({ event }) => event),
  ...['projectChecked', 'projectSentBack'],
  ...versionMoves.map(({ event }) => event),
  ...participationMoves.map(({ event }) => event),
  ...Object.values(bookingEvents),
]);

describe('Every kind of event', () => {
  it('is found at all', () => expect(kinds.size).toBeGreaterThan(20));

  it.each(locales)('has a sentence in %s', (locale) => {
    const told = allMessages[locale].house.log.kinds as Record<string, string>;
    expect([...kinds].filter((kind) => !(kind in told))).toEqual([]);
    for (const [kind, sentence] of Object.entries(told)) expect(sentence, kind).toContain('{who}');
  });

  it('a kind that is no plain name is one the test above knows', () => {
    const hidden = code.flatMap(({ file, text }) =>
      [...text.matchAll(/\bdeed\.record\(\s*([^'\s][^,]*),/g)].map((m) => `${file}: ${m[1]}`),
    );
    expect(hidden.sort()).toEqual([
      'hubs/writes.ts: kind',
      'needs/moving.ts: move.event',
      'organisations/judging.ts: move.event',
      'pilots/running.ts: move.event',
      'projects/closing.ts: event',
      'projects/closing.ts: move.event',
      'projects/parties.ts: move.event',
      'proposals/coauthoring.ts: move.event',
      'proposals/steps.ts: move.event',
      'sharing/pledging.ts: move.event',
      'showroom/deciding.ts: move.event',
      'steering/groups.ts: move.event',
      'workspace/booking.ts: bookingEvents[status]',
      'workspace/holding.ts: bookingEvents[status]',
    ]);
  });
});
