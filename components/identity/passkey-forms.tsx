'use client';

import {
  type AuthenticationResponseJSON,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser';
import { type FormEvent, useEffect, useRef, useState } from 'react';

export type PasskeyWords = {
  name: string;
  nameHint: string;
  add: string;
  show: string;
  working: string;
  /** Nothing was chosen, or the device said no. */
  cancelled: string;
  noAnswer: string;
  needsScript: string;
};
type Told<T> = { given: T } | { message: string };
type Common = { words: PasskeyWords; next: string };

type AddProps = Common & {
  suggestion: string;
  begin: () => Promise<Told<PublicKeyCredentialCreationOptionsJSON>>;
  finish: (response: RegistrationResponseJSON, name: string) => Promise<Told<null>>;
};

/** Adds a passkey with the browser's own dialog; then on to `next`. */
export function AddPasskey({ words, next, suggestion, begin, finish }: AddProps) {
  const ceremony = useCeremony(words, next);
  const field = useRef<HTMLInputElement>(null);
  const add = () =>
    ceremony.run(begin, async (optionsJSON) =>
      finish(await startRegistration({ optionsJSON }), field.current?.value ?? ''),
    );
  return (
    <Ceremony words={words} label={words.add} act={add} {...ceremony}>
      <div className="ds-field mb-4">
        <label className="ds-label" htmlFor="passkey-name">
          {words.name}
        </label>
        <div className="quiet text-base" id="passkey-name-hint">
          {words.nameHint}
        </div>
        <input
          className="ds-input"
          id="passkey-name"
          ref={field}
          defaultValue={suggestion}
          maxLength={60}
          aria-describedby="passkey-name-hint"
        />
      </div>
    </Ceremony>
  );
}

type ShowProps = Common & {
  begin: () => Promise<Told<PublicKeyCredentialRequestOptionsJSON>>;
  finish: (response: AuthenticationResponseJSON) => Promise<Told<null>>;
};

/** Shows a passkey; then on to `next`. */
export function ShowPasskey({ words, next, begin, finish }: ShowProps) {
  const ceremony = useCeremony(words, next);
  const show = () =>
    ceremony.run(begin, async (optionsJSON) => finish(await startAuthentication({ optionsJSON })));
  return <Ceremony words={words} label={words.show} act={show} {...ceremony} />;
}

type State = { alive: boolean; busy: boolean; message: string };

function useCeremony(words: PasskeyWords, next: string) {
  const [state, set] = useState<State>({ alive: false, busy: false, message: '' });
  useEffect(() => set((before) => ({ ...before, alive: true })), []);
  const say = (message: string) => set({ alive: true, busy: false, message });
  async function run<T>(begin: () => Promise<Told<T>>, answer: (given: T) => Promise<Told<null>>) {
    set({ alive: true, busy: true, message: '' });
    try {
      const asked = await begin();
      if ('message' in asked) return say(asked.message);
      const done = await answer(asked.given);
      if ('message' in done) return say(done.message);
      window.location.assign(next);
    } catch (error) {
      // The browser's dialog ends with a DOMException of its own.
      const refused = error instanceof Error && /^(NotAllowed|Abort|InvalidState)/.test(error.name);
      say(refused ? words.cancelled : words.noAnswer);
    }
  }
  return { state, run };
}

type CeremonyProps = {
  words: PasskeyWords;
  label: string;
  act: () => void;
  state: State;
  children?: React.ReactNode;
};

function Ceremony({ words, label, act, state, children }: CeremonyProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!state.busy) act();
  };
  // A passkey is the browser's own dialog, which only a script can open.
  if (!state.alive) {
    return (
      <noscript>
        <p className="prose">{words.needsScript}</p>
      </noscript>
    );
  }
  return (
    <form className="max-w-md" onSubmit={submit} noValidate>
      {children}
      <div aria-live="polite">
        {state.message && (
          <p className="ds-validation-message mb-3" data-color="danger">
            {state.message}
          </p>
        )}
      </div>
      <button className="ds-button" type="submit" aria-busy={state.busy || undefined}>
        {state.busy ? words.working : label}
      </button>
    </form>
  );
}
