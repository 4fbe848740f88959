'use client';

import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';

/**
 * One stop for the whole plan: within it arrows go from place to place in reading order, Home and End to
 * the ends, Escape past it. Before the script has come, each place is a link of its own.
 */
export function PlanKeys({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other places have come
  useEffect(() => {
    const [first] = linksIn(box.current);
    if (first) stopAt(box.current, first);
  }, [children]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the links in it have the focus
    <div ref={box} onKeyDown={(event) => go(box.current, event)}>
      {children}
    </div>
  );
}

function linksIn(box: HTMLElement | null): SVGElement[] {
  return [...(box?.querySelectorAll<SVGElement>('svg a[href]') ?? [])];
}

function stopAt(box: HTMLElement | null, link: SVGElement) {
  for (const each of linksIn(box)) each.setAttribute('tabindex', each === link ? '0' : '-1');
}

function go(box: HTMLElement | null, event: KeyboardEvent) {
  const links = linksIn(box);
  const here = links.indexOf(document.activeElement as unknown as SVGElement);
  if (here < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
  if (event.key === 'Escape') {
    const after = box?.parentElement?.querySelector<HTMLElement>('[id^="after-"]');
    return after?.focus();
  }
  const to = { ArrowRight: here + 1, ArrowDown: here + 1, ArrowLeft: here - 1, ArrowUp: here - 1 };
  const ends = { Home: 0, End: links.length - 1 };
  const wanted = ({ ...to, ...ends } as Record<string, number>)[event.key];
  const next = wanted === undefined ? undefined : links[wanted];
  if (wanted === undefined) return;
  event.preventDefault();
  if (!next) return;
  stopAt(box, next);
  next.focus();
}
