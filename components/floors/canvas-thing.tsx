'use client';

import type { FocusEvent, PointerEvent } from 'react';
import { MarkOnPlan, PlanStroke, Words } from '#components/workspace/floor-building.tsx';
import { ShapeOutline } from '#components/workspace/place-on-plan.tsx';
import { isLine, isMark, isShape, type Shape, type Thing } from '#lib/floors/draft.ts';
import look from './editor.module.css';
import type { EditorWords } from './editor-facts.ts';

type Props = {
  thing: Thing;
  /** What it is called and where it stands. */
  name: string;
  /** What is written on it. */
  written: string;
  signs: EditorWords['signs'];
  chosen: boolean;
  outside: boolean;
  /** Whether the keyboard comes here first. */
  stop: boolean;
  onPointerDown: (event: PointerEvent) => void;
  onFocus: (event: FocusEvent) => void;
};

/** One thing on the drawing that can be chosen and moved. */
export function CanvasThing({ thing, name, written, signs, chosen, outside, stop, ...on }: Props) {
  const state = outside ? look.outside : chosen ? look.chosen : '';
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing has no button
    <g
      className={`${look.thing} ${state}`}
      data-key={thing.key}
      role="button"
      aria-pressed={chosen}
      aria-label={name}
      tabIndex={stop ? 0 : -1}
      {...on}
    >
      <title>{name}</title>
      <Picture thing={thing} written={written} signs={signs} />
    </g>
  );
}

function Picture({ thing, written, signs }: Pick<Props, 'thing' | 'written' | 'signs'>) {
  if (isShape(thing)) return <PlacePicture shape={thing} written={written} />;
  if (isLine(thing)) {
    const { x1, y1, x2, y2 } = thing;
    return (
      <>
        <PlanStroke line={thing} exit={signs.exit} />
        <line className={look.reach} {...{ x1, y1, x2, y2 }} />
      </>
    );
  }
  const { x, y } = thing;
  if (!isMark(thing)) {
    return <rect className={look.corner} x={x - 0.25} y={y - 0.25} width={0.5} height={0.5} />;
  }
  const { kind } = thing;
  return (
    <>
      <rect className={look.halo} x={x - 0.8} y={y - 0.6} width={1.6} height={0.8} />
      <MarkOnPlan
        mark={{ kind, x, y, text: thing }}
        words={kind === 'label' ? written : thing.sv}
        toilet={signs.toilet}
      />
    </>
  );
}

function PlacePicture({ shape, written }: { shape: Shape; written: string }) {
  const { x, y, w, h, rotation, order } = shape;
  const turned = rotation === 0 ? undefined : `rotate(${rotation} ${x + w / 2} ${y + h / 2})`;
  const size = Math.max(0.3, Math.min(0.5, (w / Math.max(2, written.length)) * 1.5));
  return (
    <>
      <g transform={turned}>
        <ShapeOutline shape={{ ...shape, readingOrder: order }} />
      </g>
      <Words look="name" x={x + w / 2} y={y + h / 2 + 0.17} size={size} anchor="middle">
        {written}
      </Words>
    </>
  );
}
