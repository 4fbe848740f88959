-- The whole life of a proposal: questions, parking, calling off, one appeal, undoing.
alter table proposal
  add column review_on date,
  -- How long the hub has reviewed, and since when the clock runs: it stands while a question waits.
  add column reviewed_seconds integer not null default 0,
  add column clock_from timestamptz(3),
  add column appealed_at timestamptz(3),
  add column appeal_open boolean not null default false;
set local role navet_system;
update proposal p set clock_from = coalesce((select max(e.at) from audit_event e
    where e.hub_id = p.hub_id and e.object_id = p.id and e.kind = 'reviewBegun'), p.submitted_at)
  where p.state = 'IN_REVIEW';
reset role;

alter table proposal
  drop constraint decided_with_a_reason,
  add constraint decided_with_a_reason check (
    (state in ('ACCEPTED', 'DECLINED', 'PARKED')) = (decided_at is not null)
    and (decided_at is null or (assessor_id is not null and decision_reason <> ''))
    and (state <> 'ACCEPTED' or next_step <> '')
    and (state = 'PARKED') = (review_on is not null)),
  add constraint the_clock_runs_in_review check ((state = 'IN_REVIEW') = (clock_from is not null)),
  add constraint only_what_was_declined_is_appealed check (
    not appeal_open or (state = 'DECLINED' and appealed_at is not null));
create index proposal_hub_id_review_on_idx on proposal (hub_id, review_on) where review_on is not null;

-- What was said with a move: questions and answers, reasons, an appeal. Only added to.
create table proposal_word (
  hub_id uuid not null,
  proposal_id uuid not null,
  number integer not null,
  move text not null,
  words text not null,
  next_step text not null default '',
  review_on date,
  by_id uuid not null,
  at timestamptz(3) not null default now(),
  constraint proposal_word_pkey primary key (hub_id, proposal_id, number),
  constraint proposal_word_proposal_id_fkey foreign key (hub_id, proposal_id) references proposal (hub_id, id) on delete cascade,
  constraint proposal_word_by_id_fkey foreign key (by_id) references person (id),
  constraint something_was_said check (words <> ''),
  constraint said_with_a_move check (move in ('ask', 'answer', 'accept', 'decline', 'park', 'callOff', 'appeal', 'undo'))
);
create index proposal_word_by_id_idx on proposal_word (by_id);
-- The proposing organisation and those who review read it, nobody else.
call build_wall('proposal_word',
  $$ hub_id = acting_hub() and exists (select from proposal p where p.hub_id = proposal_word.hub_id and p.id = proposal_word.proposal_id
     and (is_own(p.organisation_id) or (p.state <> 'DRAFT' and (acts_as('ASSESSOR') or acts_as('HUB_ADMIN'))))) $$,
  $$ hub_id = acting_hub() and by_id = acting_person() and exists (select from proposal p
     where p.hub_id = proposal_word.hub_id and p.id = proposal_word.proposal_id
     and case when is_own(p.organisation_id) then proposal_word.move in ('answer', 'callOff', 'appeal')
       else (acts_as('ASSESSOR') or acts_as('HUB_ADMIN')) and not is_member_of(p.organisation_id)
         and (proposal_word.move = 'undo' or (proposal_word.move in ('ask', 'accept', 'decline', 'park') and acts_as('ASSESSOR'))) end) $$);
set local role navet_system;
insert into proposal_word (hub_id, proposal_id, number, move, words, next_step, by_id, at)
  select hub_id, id, 1, case state when 'ACCEPTED' then 'accept' else 'decline' end, decision_reason, coalesce(next_step, ''),
    assessor_id, decided_at from proposal where decided_at is not null;
reset role;

-- The same rows as in lib/proposals/rules.ts. A job acts as nobody, and may any of them.
create function proposals_stand() returns trigger language plpgsql as $$
declare side text := case when acting_person() is null then null when is_own(old.organisation_id) then 'ours' else 'house' end;
begin
  if (new.hub_id, new.id, new.organisation_id, new.author_id) is distinct from (old.hub_id, old.id, old.organisation_id, old.author_id) then
    raise exception 'a proposal stays with who wrote it' using errcode = 'check_violation';
  end if;
  if new.state is distinct from old.state and not exists (select from (values
      ('DRAFT', 'SUBMITTED', 'ours'), ('SUBMITTED', 'DRAFT', 'ours'), ('NEEDS_INFO', 'IN_REVIEW', 'ours'),
      ('SUBMITTED', 'WITHDRAWN', 'ours'), ('IN_REVIEW', 'WITHDRAWN', 'ours'), ('NEEDS_INFO', 'WITHDRAWN', 'ours'),
      ('PARKED', 'WITHDRAWN', 'ours'), ('SUBMITTED', 'IN_REVIEW', 'house'), ('IN_REVIEW', 'NEEDS_INFO', 'house'),
      ('IN_REVIEW', 'ACCEPTED', 'house'), ('IN_REVIEW', 'DECLINED', 'house'), ('IN_REVIEW', 'PARKED', 'house'),
      ('PARKED', 'IN_REVIEW', 'house'), ('ACCEPTED', 'IN_REVIEW', 'house'), ('DECLINED', 'IN_REVIEW', 'house')
    ) way (here, there, by_side)
    where here = old.state::text and there = new.state::text and by_side = coalesce(side, by_side)) then
    raise exception 'a proposal does not go from % to % by %', old.state, new.state, coalesce(side, 'a job') using errcode = 'check_violation';
  end if;
  if new.appealed_at is distinct from old.appealed_at and (old.appealed_at is not null or old.state <> 'DECLINED' or side = 'house') then
    raise exception 'what was declined is appealed once' using errcode = 'check_violation';
  end if;
  if new.appeal_open and not old.appeal_open and new.appealed_at is not distinct from old.appealed_at then
    raise exception 'what was declined is appealed once' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger proposals_stand before update on proposal for each row execute function proposals_stand();

-- Members write and send, answer, call off and appeal; assessors of other bodies review; what is decided is undone
-- by who set it or by who runs the hub.
alter policy app_update on proposal
  using (hub_id = acting_hub() and case
    when is_own(organisation_id) then state in ('DRAFT', 'SUBMITTED', 'IN_REVIEW', 'NEEDS_INFO', 'PARKED', 'DECLINED')
    when is_member_of(organisation_id) then false
    else (acts_as('ASSESSOR') and (state in ('SUBMITTED', 'IN_REVIEW', 'PARKED') or appeal_open
        or (state in ('ACCEPTED', 'DECLINED') and assessor_id = acting_person())))
      or (acts_as('HUB_ADMIN') and state in ('ACCEPTED', 'DECLINED', 'PARKED')) end)
  with check (hub_id = acting_hub() and case
    when is_own(organisation_id) then state in ('DRAFT', 'SUBMITTED', 'IN_REVIEW', 'WITHDRAWN', 'DECLINED')
    when is_member_of(organisation_id) then false
    else (acts_as('ASSESSOR') and assessor_id = acting_person()
        and state in ('IN_REVIEW', 'NEEDS_INFO', 'ACCEPTED', 'DECLINED', 'PARKED'))
      or (acts_as('HUB_ADMIN') and state = 'IN_REVIEW') end);

-- A draft that the hub does not have is thrown away.
grant delete on proposal to navet_app;
create policy app_delete on proposal for delete to navet_app
  using (hub_id = acting_hub() and is_own(organisation_id) and state = 'DRAFT');

alter policy app_select on audit_event using (hub_id = acting_hub()
  and (organisation_id = acting_organisation() or acts_as('HUB_ADMIN')
    or (object_type = 'proposal'
      and kind in ('proposalSubmitted', 'proposalWithdrawn', 'reviewBegun', 'proposalAccepted', 'proposalDeclined',
        'proposalAsked', 'proposalAnswered', 'proposalParked', 'proposalResumed', 'proposalDue', 'proposalCalledOff',
        'proposalAppealed', 'proposalReopened', 'proposalUndone')
      and exists (select from proposal p where p.hub_id = audit_event.hub_id and p.id = audit_event.object_id))));

-- A proposal that was called off answers no need any more.
create or replace function needs_follow_work(which uuid[]) returns void language sql security definer set search_path = public as $$
  update need set state = case when w.live then 'LINKED' else 'OPEN' end::"NeedState"
  from (
    select n.hub_id, n.id, exists (select from proposal_need l join proposal p on p.hub_id = l.hub_id and p.id = l.proposal_id
        where l.hub_id = n.hub_id and l.need_id = n.id and p.state not in ('DRAFT', 'DECLINED', 'WITHDRAWN'))
      or exists (select from project_need l join innovation_project i on i.hub_id = l.hub_id and i.id = l.project_id
        where l.hub_id = n.hub_id and l.need_id = n.id and i.state <> 'STOPPED') as live
    from need n where n.id = any (which) and n.state in ('OPEN', 'LINKED')
  ) w
  where need.hub_id = w.hub_id and need.id = w.id and (need.state = 'LINKED') <> w.live
$$;
