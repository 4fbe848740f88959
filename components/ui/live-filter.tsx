'use client';

import { useEffect } from 'react';

type Props = {
  /** The ids of the form that filters, of the sentence that says the result, and of the result. */
  form: string;
  said: string;
  found: string;
};

/**
 * Where scripts run, a choice in a form that is an address shows its result at once: the page of that address is
 * fetched, and of it only what is marked as live (counts, ways in), sentence and result take the place of what stands. The sentence stays the same
 * element, so that it is read out; the focus stays where it was. Without an answer the form's button does it.
 */
export function LiveFilter({ form, said, found }: Props) {
  useEffect(() => {
    const filter = document.getElementById(form);
    if (!(filter instanceof HTMLFormElement)) return;
    let last = new AbortController();
    const onChange = (event: Event) => {
      // Words wait for Enter; while they are written they are offered more words.
      if (event.target instanceof HTMLInputElement && event.target.type === 'search') return;
      last.abort();
      last = new AbortController();
      void show(filter, { said, found }, last.signal);
    };
    const onBack = () => location.reload();
    filter.addEventListener('change', onChange);
    window.addEventListener('popstate', onBack);
    return () => {
      last.abort();
      filter.removeEventListener('change', onChange);
      window.removeEventListener('popstate', onBack);
    };
  }, [form, said, found]);
  return null;
}

async function show(
  filter: HTMLFormElement,
  { said, found }: Pick<Props, 'said' | 'found'>,
  signal: AbortSignal,
) {
  const asked = new URLSearchParams();
  for (const [name, value] of new FormData(filter)) {
    if (typeof value === 'string' && value !== '') asked.append(name, value);
  }
  const address = `${location.pathname}${asked.size > 0 ? `?${asked}` : ''}`;
  const text = await fetch(address, { signal })
    .then((answer) => (answer.ok ? answer.text() : null))
    .catch(() => null);
  if (text === null) return;
  const page = new DOMParser().parseFromString(text, 'text/html');
  history.pushState(null, '', address);
  const focused = document.activeElement;
  keepFolds(filter, page);
  const parts = `[data-live], #${found}`;
  const there = page.querySelectorAll(parts);
  const ticked = tickedIn(found);
  for (const [n, here] of document.querySelectorAll(parts).entries()) {
    here.innerHTML = there[n]?.innerHTML ?? '';
  }
  tickAgain(found, ticked);
  refocus(filter, focused);
  const sentence = document.getElementById(said);
  if (sentence) sentence.textContent = page.getElementById(said)?.textContent ?? '';
}

type Ticked = { name: string; value: string; form: string };

/** What is ticked in the result for another form, such as what is to be compared. */
function tickedIn(found: string): Ticked[] {
  const boxes = document.querySelectorAll<HTMLInputElement>(
    `#${found} input[form]:is([type=checkbox]:checked, [type=hidden])`,
  );
  return [...boxes].map(({ name, value, form }) => ({ name, value, form: form?.id ?? '' }));
}

/** It stays so in the new result; what is not in it goes along unseen. */
function tickAgain(found: string, ticked: readonly Ticked[]) {
  const result = document.getElementById(found);
  for (const { name, value, form } of ticked) {
    const box = result?.querySelector<HTMLInputElement>(
      `input[type=checkbox][name="${name}"][value="${CSS.escape(value)}"]`,
    );
    if (box) box.checked = true;
    else if (form) result?.append(hidden(name, value, form));
  }
}

function hidden(name: string, value: string, form: string): HTMLInputElement {
  const input = document.createElement('input');
  input.type = 'hidden';
  input.name = name;
  input.value = value;
  input.setAttribute('form', form);
  return input;
}

/** What the reader has unfolded stays so. */
function keepFolds(filter: HTMLFormElement, page: Document) {
  for (const fold of filter.querySelectorAll<HTMLDetailsElement>('details[data-group][open]')) {
    const same = `#${filter.id} details[data-group="${fold.dataset.group}"]`;
    page.querySelector(same)?.setAttribute('open', '');
  }
}

function refocus(filter: HTMLFormElement, before: Element | null) {
  if (before?.isConnected) return;
  if (before instanceof HTMLSelectElement) {
    filter.querySelector<HTMLElement>(`select[name="${before.name}"]`)?.focus();
  }
  if (before instanceof HTMLInputElement) {
    const same = `input[name="${before.name}"][value="${CSS.escape(before.value)}"]`;
    filter.querySelector<HTMLElement>(same)?.focus();
  }
}
