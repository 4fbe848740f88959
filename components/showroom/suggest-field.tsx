'use client';

import { useEffect, useRef, useState } from 'react';

type Props = {
  address: string;
  label: string;
  hint: string;
  help: string;
  submit: string;
  words: string;
};

const patience = 150;
const shortest = 2;

/** Words to search for; what they may become is offered while they are written, where scripts run. */
export function SuggestField({ address, label, hint, help, submit, words }: Props) {
  const [offered, setOffered] = useState<string[]>([]);
  const [typed, setTyped] = useState(words);
  const asked = useRef(words);
  useEffect(() => {
    if (typed === asked.current) return;
    const over = new AbortController();
    const wait = setTimeout(async () => {
      asked.current = typed;
      setOffered(
        typed.trim().length < shortest ? [] : await offersFor(address, typed, over.signal),
      );
    }, patience);
    return () => {
      clearTimeout(wait);
      over.abort();
    };
  }, [typed, address]);
  return (
    <div className="ds-field">
      <label className="ds-label" htmlFor="q">
        {label}
      </label>
      <div className="quiet text-base" id="q-hint">
        {hint}
      </div>
      <div className="flex gap-2">
        <input
          className="ds-input min-w-0"
          type="search"
          id="q"
          name="q"
          defaultValue={words}
          maxLength={80}
          aria-describedby="q-hint q-help"
          autoComplete="off"
          list={offered.length > 0 ? 'q-offers' : undefined}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <button className="ds-button" type="submit">
          {submit}
        </button>
      </div>
      <p className="quiet m-0 mt-1 text-base" id="q-help">
        {help}
      </p>
      <datalist id="q-offers">
        {offered.map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
    </div>
  );
}

/** What the words may become; nothing where the portal does not answer: searching works all the same. */
async function offersFor(address: string, words: string, signal: AbortSignal): Promise<string[]> {
  try {
    const answer = await fetch(`${address}?q=${encodeURIComponent(words)}`, { signal });
    return answer.ok ? await answer.json() : [];
  } catch {
    return [];
  }
}
