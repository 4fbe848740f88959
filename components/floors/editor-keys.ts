import type { Thing } from '#lib/floors/draft.ts';
import type { Edit } from '#lib/floors/editing.ts';

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;
/** A metre, in steps of the grid. */
const far = 4;

/** What a key does to what is chosen; null for a key that is none of ours. */
export function editOf(event: Pressed, key: string | null): Edit | 'duplicate' | null {
  const { shiftKey } = event;
  const letter = event.key.toLowerCase();
  if (event.ctrlKey || event.metaKey) {
    if (letter === 'y' || (letter === 'z' && shiftKey)) return { do: 'redo' };
    return letter === 'z' ? { do: 'undo' } : null;
  }
  if (event.altKey || key === null) return null;
  const steps = shiftKey ? far : 1;
  switch (letter) {
    case 'arrowleft':
      return { do: 'nudge', key, right: -steps, down: 0 };
    case 'arrowright':
      return { do: 'nudge', key, right: steps, down: 0 };
    case 'arrowup':
      return { do: 'nudge', key, right: 0, down: -steps };
    case 'arrowdown':
      return { do: 'nudge', key, right: 0, down: steps };
    case 'r':
      return { do: 'turn', key, by: shiftKey ? -15 : 15 };
    case 'd':
      return 'duplicate';
    case 'delete':
    case 'backspace':
      return { do: 'remove', key };
    default:
      return null;
  }
}

/** Which thing comes next by Page Down, before by Page Up; null for another key or at the end. */
export function nextThing(
  pressed: string,
  things: readonly Thing[],
  from: string | null,
): string | null {
  const at = things.findIndex(({ key }) => key === from);
  if (pressed === 'PageDown') return things[at + 1]?.key ?? null;
  return pressed === 'PageUp' ? (things[at - 1]?.key ?? null) : null;
}
