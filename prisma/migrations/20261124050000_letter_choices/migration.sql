-- Which letters somebody does without, and in which language the rest are written.
-- Letters that somebody does not want; everything else that a letter tells is theirs to know.
create table letter_refusal (
  person_id uuid not null,
  kind text not null,
  constraint letter_refusal_pkey primary key (person_id, kind),
  constraint only_reminders_are_refused check (kind in ('reminder', 'checkInNow'))
);
alter table letter_refusal add constraint letter_refusal_person_id_fkey foreign key (person_id) references person (id);
call build_wall('letter_refusal', $$ person_id = acting_person() $$, $$ person_id = acting_person() $$, null,
  $$ person_id = acting_person() $$);

-- In which language one is written to: one's own alone.
create function choose_language(wanted text) returns void
language sql security definer set search_path = public as $$
  update person set locale = wanted where id = acting_person() and wanted in ('sv', 'nb', 'en')
$$;
alter function choose_language(text) owner to navet_system;
revoke execute on function choose_language(text) from public;
grant execute on function choose_language(text) to navet_app;
