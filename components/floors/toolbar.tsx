'use client';

import { type ReactNode, useState } from 'react';
import { isLine, isMark, isShape, type Thing } from '#lib/floors/draft.ts';
import type { Edit, Editing } from '#lib/floors/editing.ts';
import type { EditorWords } from './editor-facts.ts';

export const tools = ['choose', 'wall', 'door', 'exit', 'route', 'label', 'toilet'] as const;
export type ToolName = (typeof tools)[number];
/** Pixels a metre. */
const zooms = [16, 24, 32, 48, 72];

export type View = {
  tool: ToolName;
  take: (tool: ToolName) => void;
  /** Pixels a metre; null: as wide as there is room. */
  scale: number | null;
  zoom: (steps: number) => void;
};

/** What one draws with, and how near. */
export function useView(): View {
  const [tool, take] = useState<ToolName>('choose');
  const [step, setStep] = useState<number | null>(null);
  return {
    ...{ tool, take },
    scale: step === null ? null : (zooms[step] ?? null),
    zoom: (steps) => setStep((at) => Math.max(0, Math.min(zooms.length - 1, (at ?? 1) + steps))),
  };
}

type Props = {
  state: Editing;
  edit: (edit: Edit) => void;
  words: EditorWords;
  thing: Thing | null;
  view: View;
  duplicate: (key: string) => void;
};

/** Everything the keys do, as buttons. */
export function Toolbar({ state, edit, words, thing, view, duplicate }: Props) {
  const key = thing?.key ?? '';
  const isCorner = thing !== null && !isShape(thing) && !isLine(thing) && !isMark(thing);
  const turn = (by: number) => () => edit({ do: 'turn', key, by });
  return (
    <div className="flex flex-wrap gap-x-6 gap-y-3">
      <fieldset className="m-0 flex flex-wrap gap-2 border-0 p-0">
        <legend className="sr-only">{words.tools}</legend>
        {tools.map((tool) => (
          <button
            className="ds-button"
            key={tool}
            type="button"
            data-size="sm"
            data-variant={view.tool === tool ? 'primary' : 'secondary'}
            aria-pressed={view.tool === tool}
            onClick={() => view.take(tool)}
          >
            {words.tool[tool]}
          </button>
        ))}
      </fieldset>
      <div className="flex flex-wrap gap-2">
        <Act off={state.past.length === 0} act={() => edit({ do: 'undo' })}>
          {words.undo}
        </Act>
        <Act off={state.next.length === 0} act={() => edit({ do: 'redo' })}>
          {words.redo}
        </Act>
        <Act off={!thing || !isShape(thing)} act={turn(-15)}>
          {words.left}
        </Act>
        <Act off={!thing || !isShape(thing)} act={turn(15)}>
          {words.right}
        </Act>
        <Act off={!thing} act={() => duplicate(key)}>
          {isCorner ? words.corner : words.duplicate}
        </Act>
        <Act off={!thing} act={() => edit({ do: 'remove', key })}>
          {words.remove}
        </Act>
        <Act act={() => view.zoom(-1)}>{words.zoomOut}</Act>
        <Act act={() => view.zoom(1)}>{words.zoomIn}</Act>
      </div>
    </div>
  );
}

type ActProps = { off?: boolean; act: () => void; children: ReactNode };

// Not disabled but marked so: what has the focus keeps it when the last step is undone.
function Act({ off = false, act, children }: ActProps) {
  return (
    <button
      className="ds-button"
      type="button"
      data-size="sm"
      data-variant="secondary"
      aria-disabled={off || undefined}
      onClick={() => !off && act()}
    >
      {children}
    </button>
  );
}
