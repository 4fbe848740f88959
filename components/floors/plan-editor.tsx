'use client';

import { use, useReducer } from 'react';
import { ActionForm } from '#components/ui/form/action-form.tsx';
import { FormContext, type FormLabels } from '#components/ui/form/context.ts';
import { HiddenField, SubmitButton, TextField } from '#components/ui/form/fields.tsx';
import { type Draft, isShape, thingsOf } from '#lib/floors/draft.ts';
import { edited, startEditing } from '#lib/floors/editing.ts';
import { draftIn } from '#lib/floors/fields.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import { Canvas } from './canvas.tsx';
import { ChosenPanel } from './chosen-panel.tsx';
import { DrawingNumbers } from './drawing-numbers.tsx';
import { type EditorPlace, type EditorWords, usualSize } from './editor-facts.ts';
import { PlanFaults } from './plan-faults.tsx';
import { Toolbar, useView } from './toolbar.tsx';

type Props = {
  action: (before: FormState, form: FormData) => Promise<FormState>;
  labels: FormLabels;
  words: EditorWords;
  places: EditorPlace[];
  draft: Draft;
  revision: number;
  note: string;
  /** Where the draft is seen as it is kept. */
  kept: string;
};

/**
 * The drawing of a floor at work. What is drawn stands in the fields of one form, so that the whole of it
 * can be typed as well, and is sent the same way with and without a script.
 */
export function PlanEditor({ action, labels, words, kept, revision, note, ...drawing }: Props) {
  return (
    <ActionForm
      action={action}
      labels={labels}
      initial={{ note }}
      refused={(detail) => <Newer detail={detail} words={words} kept={kept} />}
    >
      <HiddenField name="revision" value={String(revision)} />
      <Board words={words} {...drawing} />
      <div className="max-w-xl">
        <TextField name="note" label={words.note} hint={words.noteHint} maxLength={200} />
      </div>
      <div>
        <SubmitButton>{words.save}</SubmitButton>
      </div>
    </ActionForm>
  );
}

type NewerProps = { detail: unknown; words: EditorWords; kept: string };

/** A colleague was faster: one looks at theirs, or saves over it knowingly. */
function Newer({ detail, words, kept }: NewerProps) {
  const { newer } = detail as { newer?: { revision: number } };
  if (!newer) return null;
  return (
    <div className="panel mb-6 px-5 py-4">
      <p className="mt-0">
        <a href={kept} target="_blank" rel="noreferrer">
          {words.seeNewer}
        </a>
      </p>
      <label className="flex min-h-11 items-center gap-3">
        <input className="ds-input" type="checkbox" name="over" value={newer.revision} />
        <span>{words.over}</span>
      </label>
    </div>
  );
}

type BoardProps = { words: EditorWords; places: EditorPlace[]; draft: Draft };

function Board({ words, places, draft }: BoardProps) {
  const { values } = use(FormContext);
  // What was typed and refused, where no script kept it.
  const typed = Object.keys(values).some((name) => name.startsWith('c0-'));
  const [state, edit] = useReducer(edited, startEditing(typed ? draftIn(values).draft : draft));
  const view = useView();
  const { now, chosen } = state;
  const thing = thingsOf(now).find(({ key }) => key === chosen) ?? null;
  const waiting = places.filter(({ id }) => !now.shapes.some(({ key }) => key === id));
  const kindOf = (key: string) => places.find(({ id }) => id === key)?.kind;
  const spareFor = (key: string) =>
    (waiting.find(({ kind }) => kind === kindOf(key)) ?? waiting[0])?.id ?? null;
  const duplicate = (key: string) => edit({ do: 'duplicate', key, spare: spareFor(key) });
  const shared = { state, edit, words, places };
  return (
    <>
      <div className="scripted grid min-w-0 grid-cols-[minmax(0,1fr)] gap-4">
        <Toolbar {...shared} thing={thing} view={view} duplicate={duplicate} />
        <p className="quiet m-0 text-base" id="drawing-help">
          {view.tool === 'choose' ? words.help : words.toolHelp}
        </p>
        <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 lg:grid-cols-[minmax(0,1fr)_18rem]">
          <Canvas {...shared} view={view} duplicate={duplicate} />
          <div className="grid gap-5">
            <ChosenPanel {...shared} thing={thing} />
            <Waiting
              words={words}
              places={waiting}
              put={({ id, kind }) => edit({ do: 'place', id, size: usualSize(kind) })}
            />
          </div>
        </div>
        <p className="m-0 min-h-6 font-medium" role="status">
          {state.said && words.said[state.said]}
        </p>
      </div>
      <PlanFaults draft={now} words={words} places={places} />
      <DrawingNumbers
        {...shared}
        isOn={(key) => now.shapes.some((s) => isShape(s) && s.key === key)}
      />
    </>
  );
}

type WaitingProps = {
  words: EditorWords;
  places: EditorPlace[];
  put: (place: EditorPlace) => void;
};

function Waiting({ words, places, put }: WaitingProps) {
  if (places.length === 0) return null;
  return (
    <section className="panel p-4" aria-labelledby="waiting">
      <h2 className="ds-heading" data-size="2xs" id="waiting">
        {words.waiting}
      </h2>
      <ul className="m-0 grid list-none gap-2 p-0">
        {places.map((place) => (
          <li key={place.id}>
            <button
              className="ds-button h-auto justify-start text-left"
              data-variant="secondary"
              data-size="sm"
              type="button"
              onClick={() => put(place)}
            >
              {words.put.replace('{place}', place.name)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
