import { readFileSync, writeFileSync } from 'node:fs';
import { meetingMoves } from '#lib/meetings/moves.ts';
import { needMoves, workMoves } from '#lib/needs/moves.ts';
import { pilotMoves } from '#lib/pilots/moves.ts';
import { partyMoves, projectMoves, projectWays } from '#lib/projects/moves.ts';
import { coauthorMoves } from '#lib/proposals/coauthors.ts';
import { growth, moves } from '#lib/proposals/moves.ts';
import { adoptionMoves, resultMoves } from '#lib/results/moves.ts';
import { pledgeMoves, releases } from '#lib/sharing/moves.ts';
import { decisionKinds, decisionMoves, seatLapses, seatMoves } from '#lib/steering/moves.ts';

const decided = decisionKinds.flatMap(({ kind, project, to }) =>
  to ? [{ name: kind, from: project, to, by: 'decision' }] : [],
);
const phaseWays = [
  { name: 'bring to gate', from: ['ACTIVE'], to: 'GATE', by: 'leader, when all is there' },
  ...decisionKinds.flatMap(({ kind, phase, phaseTo }) =>
    phase && phaseTo ? [{ name: kind, from: [phase], to: phaseTo, by: 'decision' }] : [],
  ),
];
const pilotWays = [
  ...pilotMoves.map(({ from, by, ...move }) => ({ ...move, from: [from], by: by.join(', ') })),
  ...decisionKinds.flatMap(({ kind, pilotTo }) =>
    pilotTo ? [{ name: kind, from: ['PAUSED'], to: pilotTo, by: 'decision' }] : [],
  ),
];
type Way = { name: string; from: readonly (string | null)[]; to: string; by?: string };
const marks = { begin: '<!-- states: drawn by lib/cli/states.ts -->', end: '<!-- states end -->' };

/** The map's text with the diagrams as the tables say them now. */
export function withStates(text: string): string {
  const [before = '', rest = ''] = text.split(marks.begin);
  const [, after = ''] = rest.split(marks.end);
  const drawn = [
    diagram('A need', [...needMoves, ...workMoves]),
    diagram('A proposal', [...moves, ...growth]),
    diagram(
      'Somebody who writes a proposal with its authors',
      coauthorMoves.map((move) => ({ ...move, from: [move.from] })),
    ),
    diagram('A project', [...projectMoves, ...projectWays, ...decided]),
    diagram('A body in a project', partyMoves),
    diagram('A pledge', [...pledgeMoves, ...releases]),
    diagram(
      'A seat in a group',
      [...seatMoves, ...seatLapses].map((move) => ({ ...move, by: [move.by].flat().join(', ') })),
    ),
    diagram('A decision', decisionMoves),
    diagram('A meeting', meetingMoves),
    diagram('A phase', phaseWays),
    diagram('A pilot', pilotWays),
    diagram('A result', resultMoves),
    diagram('Where a body stands with a result', adoptionMoves),
  ];
  return `${before}${marks.begin}\n\n${drawn.join('\n')}\n${marks.end}${after}`;
}

function diagram(title: string, ways: readonly Way[]): string {
  const arrows = ways.flatMap(({ name, from, to, by }) =>
    from.map((state) => `  ${state ?? '[*]'} --> ${to}: ${by ? `${name} (${by})` : name}`),
  );
  const lines = ['stateDiagram-v2', `  [*] --> ${ways[0]?.from[0]}`, ...arrows];
  return `${title}:\n\n\`\`\`mermaid\n${lines.join('\n')}\n\`\`\`\n`;
}

/** Draws the states into the map, from the tables that the product goes by: `node lib/cli/states.ts`. */
if (import.meta.main) {
  const map = new URL('../README.md', import.meta.url);
  writeFileSync(map, withStates(readFileSync(map, 'utf8')));
}
