import {
  centimetres,
  type Draft,
  farthest,
  isLine,
  isMark,
  isShape,
  type LineKind,
  type MarkKind,
  type Thing,
  thingsOf,
} from './draft.ts';
import { isTangled, outsideOf } from './geometry.ts';
import { placeOf, replaced, roomFor, shifted, stepped, turned, without } from './moving.ts';

/** What was just done or refused, for those who hear it. */
export type Said =
  | 'outside'
  | 'noRoom'
  | 'noSpare'
  | 'moved'
  | 'turned'
  | 'added'
  | 'removed'
  | 'duplicated'
  | 'undone'
  | 'redone'
  | null;
export type Editing = {
  past: Draft[];
  now: Draft;
  next: Draft[];
  /** Key of what is chosen. */
  chosen: string | null;
  /** A drag is one step back, however many moves it was. */
  stroke: number | null;
  said: Said;
};
type Size = { w: number; h: number };
export type Edit =
  | { do: 'choose'; key: string | null }
  | { do: 'nudge'; key: string; right: number; down: number }
  | { do: 'drag'; key: string; x: number; y: number; stroke: number }
  | { do: 'turn'; key: string; by: number }
  | { do: 'set'; key: string; changes: Record<string, number | string> }
  | { do: 'line'; kind: LineKind; x1: number; y1: number; x2: number; y2: number }
  | { do: 'mark'; kind: MarkKind; x: number; y: number }
  | { do: 'corner'; after: string }
  | { do: 'place'; id: string; size: Size; at?: { x: number; y: number } }
  | { do: 'remove'; key: string }
  | { do: 'duplicate'; key: string; spare: string | null }
  | { do: 'undo' }
  | { do: 'redo' };

/** As far back as one can go. */
const mostSteps = 200;

export function startEditing(now: Draft): Editing {
  return { past: [], now, next: [], chosen: null, stroke: null, said: null };
}

/** The editor's next state. What would put something outside the outline that was not is refused. */
export function edited(state: Editing, edit: Edit): Editing {
  switch (edit.do) {
    case 'choose':
      return { ...state, chosen: edit.key, stroke: null, said: null };
    case 'undo':
      return back(state);
    case 'redo':
      return forth(state);
    case 'set': {
      const { key, changes } = edit;
      const draft = replaced(state.now, key, (thing) => ({ ...thing, ...changes }) as Thing);
      return kept(state, draft, { chosen: key, said: null });
    }
    case 'drag':
      return drag(state, edit);
    default:
      return drawn(state, edit);
  }
}

type Drawing = Exclude<Edit, { do: 'choose' | 'undo' | 'redo' | 'set' | 'drag' }>;

function drawn(state: Editing, edit: Drawing): Editing {
  const { now } = state;
  const change = (key: string, by: (thing: Thing) => Thing, said: Said) =>
    checked(state, replaced(now, key, by), { chosen: key, said });
  switch (edit.do) {
    case 'nudge':
      return change(edit.key, (thing) => nudged(thing, edit.right, edit.down), 'moved');
    case 'turn':
      return change(edit.key, (thing) => turned(thing, edit.by), 'turned');
    case 'remove':
      return checked(state, without(now, edit.key), { chosen: null, said: 'removed' });
    case 'line':
    case 'mark':
      return added(state, edit);
    case 'corner':
      return cornerAfter(state, edit.after);
    case 'place':
      return placed(state, edit.id, edit.size, edit.at);
    case 'duplicate':
      return duplicated(state, edit.key, edit.spare);
  }
}

function nudged(thing: Thing, right: number, down: number): Thing {
  const { x, y } = placeOf(thing);
  return shifted(thing, stepped(x, right) - x, stepped(y, down) - y);
}

function drag(state: Editing, { key, x, y, stroke }: Extract<Edit, { do: 'drag' }>): Editing {
  const draft = replaced(state.now, key, (thing) => {
    const from = placeOf(thing);
    return shifted(thing, x - from.x, y - from.y);
  });
  return checked(state, draft, { chosen: key, said: 'moved', stroke });
}

function added(state: Editing, edit: Extract<Edit, { do: 'line' | 'mark' }>): Editing {
  const { now } = state;
  if (edit.do === 'line') {
    const { do: _do, ...line } = edit;
    const key = newKey('l', now.lines);
    const draft = { ...now, lines: [...now.lines, { key, ...line }] };
    return checked(state, draft, { chosen: key, said: 'added' });
  }
  const key = newKey('m', now.marks);
  const { kind, x, y } = edit;
  const mark = { key, kind, x, y, sv: '', nb: '', en: '' };
  const draft = { ...now, marks: [...now.marks, mark] };
  return checked(state, draft, { chosen: key, said: 'added' });
}

/** A corner in the middle of the wall that leads on from another. */
function cornerAfter(state: Editing, after: string): Editing {
  const { corners } = state.now;
  const n = corners.findIndex(({ key }) => key === after);
  const [one, other] = [corners[n], corners[(n + 1) % corners.length]];
  if (!one || !other) return state;
  const key = newKey('c', corners);
  const middle = { x: centimetres((one.x + other.x) / 2), y: centimetres((one.y + other.y) / 2) };
  const draft = { ...state.now, corners: corners.toSpliced(n + 1, 0, { key, ...middle }) };
  return kept(state, draft, { chosen: key, said: 'added' });
}

function placed(
  state: Editing,
  id: string,
  size: Size,
  wanted?: { x: number; y: number },
): Editing {
  const { now } = state;
  if (now.shapes.some(({ key }) => key === id)) return state;
  const at = wanted ?? roomFor(now, size);
  if (!at) return { ...state, said: 'noRoom' };
  const order = Math.max(0, ...now.shapes.map((shape) => shape.order)) + 1;
  const shape = { key: id, ...at, ...size, rotation: 0, form: 'RECT' as const, order };
  return checked(state, { ...now, shapes: [...now.shapes, shape] }, { chosen: id, said: 'added' });
}

/** The same again beside it. A place is there once: its likeness is for one that does not stand on the plan yet. */
function duplicated(state: Editing, key: string, spare: string | null): Editing {
  const { now } = state;
  const thing = thingsOf(now).find((one) => one.key === key);
  if (!thing) return state;
  if (isShape(thing)) {
    if (!spare || now.shapes.some((one) => one.key === spare)) return { ...state, said: 'noSpare' };
    const at = roomFor(now, thing);
    if (!at) return { ...state, said: 'noRoom' };
    const order = Math.max(0, ...now.shapes.map((shape) => shape.order)) + 1;
    const draft = { ...now, shapes: [...now.shapes, { ...thing, ...at, key: spare, order }] };
    return checked(state, draft, { chosen: spare, said: 'duplicated' });
  }
  if (isLine(thing)) {
    const twin = { ...shifted(thing, 0.5, 0.5), key: newKey('l', now.lines) };
    const draft = { ...now, lines: [...now.lines, twin] };
    return checked(state, draft, { chosen: twin.key, said: 'duplicated' });
  }
  if (!isMark(thing)) return cornerAfter(state, key);
  const twin = { ...shifted(thing, 0.5, 0.5), key: newKey('m', now.marks) };
  const draft = { ...now, marks: [...now.marks, twin] };
  return checked(state, draft, { chosen: twin.key, said: 'duplicated' });
}

function newKey(letter: string, rows: readonly { key: string }[]): string {
  const numbers = rows.map(({ key }) => Number(key.slice(1)));
  return `${letter}${Math.max(-1, ...numbers) + 1}`;
}

type Step = { chosen: string | null; said: Said; stroke?: number };

/** Keeps a change, unless it puts outside what stood inside. */
function checked(state: Editing, draft: Draft, step: Step): Editing {
  const before = new Set(outsideOf(state.now));
  const leaves = outsideOf(draft).some((key) => !before.has(key));
  const tangles = isTangled(draft.corners) && !isTangled(state.now.corners);
  const off = draft.corners.some((corner) => [corner.x, corner.y].some(isNowhere));
  if (leaves || tangles || off) return { ...state, chosen: state.chosen, said: 'outside' };
  return kept(state, draft, step);
}

function isNowhere(metres: number): boolean {
  return metres < 0 || metres > farthest;
}

function kept(state: Editing, draft: Draft, { chosen, said, stroke }: Step): Editing {
  if (same(draft, state.now)) return { ...state, chosen, said };
  const goesOn = stroke !== undefined && stroke === state.stroke;
  const past = goesOn ? state.past : [...state.past, state.now].slice(-mostSteps);
  return { past, now: draft, next: [], chosen, stroke: stroke ?? null, said };
}

function same(one: Draft, other: Draft): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function back({ past, now, next, ...state }: Editing): Editing {
  const before = past.at(-1);
  if (!before) return { ...state, past, now, next };
  return {
    past: past.slice(0, -1),
    now: before,
    next: [now, ...next],
    ...still(state, before, 'undone'),
  };
}

function forth({ past, now, next, ...state }: Editing): Editing {
  const [after, ...rest] = next;
  if (!after) return { ...state, past, now, next };
  return { past: [...past, now], now: after, next: rest, ...still(state, after, 'redone') };
}

function still({ chosen }: Pick<Editing, 'chosen'>, draft: Draft, said: Said) {
  const there = thingsOf(draft).some(({ key }) => key === chosen);
  return { chosen: there ? chosen : null, stroke: null, said };
}
