'use client';

import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import styles from '#components/workspace/floor-plan.module.css';
import {
  isLine,
  isMark,
  isShape,
  type LineKind,
  type MarkKind,
  sizeOf,
  snap,
  type Thing,
  thingsOf,
} from '#lib/floors/draft.ts';
import type { Edit, Editing } from '#lib/floors/editing.ts';
import { outsideOf } from '#lib/floors/geometry.ts';
import { placeOf, snapped } from '#lib/floors/moving.ts';
import { CanvasThing } from './canvas-thing.tsx';
import look from './editor.module.css';
import { type EditorPlace, type EditorWords, nameOf, whereIs } from './editor-facts.ts';
import { editOf, nextThing } from './editor-keys.ts';
import type { View } from './toolbar.tsx';

type Props = {
  state: Editing;
  edit: (edit: Edit) => void;
  words: EditorWords;
  places: EditorPlace[];
  view: View;
  duplicate: (key: string) => void;
};
type Point = { x: number; y: number };
type Drag = { key: string; off: Point; stroke: number } | { from: Point; to: Point };
const margin = 0.6;

/** The drawing itself: dragged by a pointer, moved by keys; one stop for the keyboard. */
export function Canvas({ state, edit, words, places, view, duplicate }: Props) {
  const svg = useRef<SVGSVGElement>(null);
  const [drag, setDrag] = useState<Drag | null>(null);
  const { now, chosen } = state;
  const { widthM, heightM } = sizeOf(now);
  const things = thingsOf(now);
  const outside = new Set(outsideOf(now));
  const stop = things.some(({ key }) => key === chosen) ? chosen : things[0]?.key;

  function pointOf({ clientX, clientY }: PointerEvent): Point {
    const matrix = svg.current?.getScreenCTM()?.inverse();
    const { x, y } = new DOMPoint(clientX, clientY).matrixTransform(matrix);
    return { x, y };
  }
  function focusOn(key: string) {
    requestAnimationFrame(() =>
      svg.current?.querySelector<SVGElement>(`[data-key="${key}"]`)?.focus({ preventScroll: true }),
    );
  }
  function take(event: PointerEvent, thing: Thing) {
    if (view.tool !== 'choose') return;
    event.stopPropagation();
    svg.current?.setPointerCapture(event.pointerId);
    const at = pointOf(event);
    const from = placeOf(thing);
    edit({ do: 'choose', key: thing.key });
    focusOn(thing.key);
    const off = { x: at.x - from.x, y: at.y - from.y };
    setDrag({ key: thing.key, off, stroke: event.timeStamp });
  }
  function begin(event: PointerEvent) {
    if (view.tool === 'choose') return edit({ do: 'choose', key: null });
    const at = onGrid(pointOf(event));
    svg.current?.setPointerCapture(event.pointerId);
    setDrag({ from: at, to: at });
  }
  function move(event: PointerEvent) {
    if (!drag) return;
    const at = pointOf(event);
    if ('from' in drag) return setDrag({ ...drag, to: onGrid(at) });
    const to = onGrid({ x: at.x - drag.off.x, y: at.y - drag.off.y });
    edit({ do: 'drag', key: drag.key, ...to, stroke: drag.stroke });
  }
  function end() {
    if (drag && 'from' in drag) draw(drag.from, drag.to);
    setDrag(null);
  }
  function draw(from: Point, to: Point) {
    const { tool } = view;
    if (tool === 'choose') return;
    if (tool === 'label' || tool === 'toilet') edit({ do: 'mark', kind: tool as MarkKind, ...to });
    else {
      const far =
        Math.hypot(to.x - from.x, to.y - from.y) >= snap ? to : { x: from.x + 1, y: from.y };
      edit({ do: 'line', kind: tool as LineKind, x1: from.x, y1: from.y, x2: far.x, y2: far.y });
    }
  }
  function press(event: KeyboardEvent) {
    if (event.key === 'Enter' && view.tool !== 'choose') {
      event.preventDefault();
      const middle = onGrid({ x: widthM / 2, y: heightM / 2 });
      return draw(middle, middle);
    }
    const to = nextThing(event.key, things, stop ?? null);
    const step = to ? { do: 'choose' as const, key: to } : editOf(event, stop ?? null);
    if (!step) return;
    event.preventDefault();
    if (step === 'duplicate') return stop && duplicate(stop);
    edit(step);
    if ('key' in step && step.key)
      focusOn(
        step.do === 'remove' ? (things.find(({ key }) => key !== step.key)?.key ?? '') : step.key,
      );
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what is drawn in it has the focus
    <div className={`${styles.box} ${look.frame}`} onKeyDown={press}>
      <svg
        ref={svg}
        className={`${styles.plan} ${view.tool === 'choose' ? '' : look.drawing}`}
        style={view.scale ? { width: `${(widthM + 2 * margin) * view.scale}px` } : undefined}
        viewBox={`${-margin} ${-margin} ${widthM + 2 * margin} ${heightM + 2 * margin}`}
        role="application"
        aria-label={words.canvas}
        aria-describedby="drawing-help"
        onPointerDown={begin}
        onPointerMove={move}
        onPointerUp={end}
        onPointerCancel={() => setDrag(null)}
      >
        <polygon
          className={styles.floor}
          points={now.corners.map(({ x, y }) => `${x},${y}`).join(' ')}
        />
        {inLayers(things).map((thing) => {
          const name = nameOf(thing, now, words, places);
          return (
            <CanvasThing
              key={thing.key}
              thing={thing}
              name={whereIs(thing, name, words)}
              written={places.find(({ id }) => id === thing.key)?.short ?? name}
              signs={words.signs}
              chosen={thing.key === chosen}
              outside={outside.has(thing.key)}
              stop={thing.key === stop}
              onPointerDown={(event) => take(event, thing)}
              onFocus={() => thing.key !== chosen && edit({ do: 'choose', key: thing.key })}
            />
          );
        })}
        {drag && 'from' in drag && (
          <line
            className={look.sketch}
            {...{ x1: drag.from.x, y1: drag.from.y, x2: drag.to.x, y2: drag.to.y }}
          />
        )}
      </svg>
    </div>
  );
}

/** What is small lies on what is large, and corners on everything. */
function inLayers(things: readonly Thing[]): Thing[] {
  const layer = (thing: Thing) => {
    if (isShape(thing)) return 2 - (thing.w * thing.h) / 1e6;
    if (isLine(thing)) return thing.kind === 'route' ? 0 : 1;
    return isMark(thing) ? 3 : 4;
  };
  return things.toSorted((a, b) => layer(a) - layer(b));
}

function onGrid({ x, y }: Point): Point {
  return { x: snapped(x), y: snapped(y) };
}
