-- What was sent, word for word. The open one (not sent) is what the proposers change while a question waits.
create table proposal_version (
  hub_id uuid not null,
  proposal_id uuid not null,
  major integer not null,
  minor integer not null,
  content jsonb not null,
  by_id uuid not null,
  sent_at timestamptz(3),
  constraint proposal_version_pkey primary key (hub_id, proposal_id, major, minor),
  constraint proposal_version_proposal_id_fkey foreign key (hub_id, proposal_id) references proposal (hub_id, id) on delete cascade,
  constraint proposal_version_by_id_fkey foreign key (by_id) references person (id),
  constraint versions_begin_at_one check (major >= 1 and minor >= 0)
);
create unique index one_open_proposal_version on proposal_version (hub_id, proposal_id) where sent_at is null;
create index proposal_version_by_id_idx on proposal_version (by_id);
-- The two sides read what was sent, the proposers alone what is not yet.
call build_wall('proposal_version',
  $$ hub_id = acting_hub() and exists (select from proposal p where p.hub_id = proposal_version.hub_id and p.id = proposal_version.proposal_id
     and (is_own(p.organisation_id)
       or (proposal_version.sent_at is not null and p.state <> 'DRAFT' and (acts_as('ASSESSOR') or acts_as('HUB_ADMIN'))))) $$,
  $$ hub_id = acting_hub() and by_id = acting_person() and exists (select from proposal p where p.hub_id = proposal_version.hub_id
     and p.id = proposal_version.proposal_id and is_own(p.organisation_id) and p.state in ('DRAFT', 'NEEDS_INFO')) $$,
  $$ hub_id = acting_hub() and by_id = acting_person() and exists (select from proposal p where p.hub_id = proposal_version.hub_id
     and p.id = proposal_version.proposal_id and is_own(p.organisation_id) and p.state = 'NEEDS_INFO') $$,
  $$ hub_id = acting_hub() and sent_at is null and exists (select from proposal p where p.hub_id = proposal_version.hub_id
     and p.id = proposal_version.proposal_id and is_own(p.organisation_id)) $$);
alter policy app_update on proposal_version using (hub_id = acting_hub() and exists (select from proposal p
  where p.hub_id = proposal_version.hub_id and p.id = proposal_version.proposal_id and is_own(p.organisation_id) and p.state = 'NEEDS_INFO'));

create function sent_versions_stand() returns trigger language plpgsql as $$
begin
  if old.sent_at is not null then
    raise exception 'what was sent keeps its words' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger sent_versions_stand before update on proposal_version for each row execute function sent_versions_stand();

set local role navet_system;
insert into proposal_version (hub_id, proposal_id, major, minor, content, by_id, sent_at)
  select p.hub_id, p.id, 1, 0, jsonb_build_object('language', p.language, 'title', p.title, 'summary', p.summary,
    'problem', p.problem, 'solution', p.solution, 'benefit', p.benefit, 'firstStep', p.first_step,
    'partnersWanted', p.partners_wanted, 'areas', to_jsonb(p.areas), 'visibility', p.visibility,
    'needs', coalesce((select jsonb_agg(l.need_id) from proposal_need l where l.hub_id = p.hub_id and l.proposal_id = p.id), '[]')),
    p.author_id, p.submitted_at
  from proposal p where p.state <> 'DRAFT';
reset role;

-- A changed text is sent with the answer to a question, and at no other time.
drop trigger sent_proposals_keep_their_words on proposal;
create trigger sent_proposals_keep_their_words before update on proposal
  for each row when (old.state <> 'DRAFT' and not (old.state = 'NEEDS_INFO' and new.state = 'IN_REVIEW'))
  execute function keep_what_was_sent();
alter policy app_insert on proposal_need with check (hub_id = acting_hub()
  and exists (select from proposal p where p.hub_id = proposal_need.hub_id and p.id = proposal_need.proposal_id
    and is_own(p.organisation_id) and p.state in ('DRAFT', 'NEEDS_INFO'))
  and exists (select from need n where n.hub_id = proposal_need.hub_id and n.id = proposal_need.need_id));
alter policy app_delete on proposal_need using (hub_id = acting_hub()
  and exists (select from proposal p where p.hub_id = proposal_need.hub_id and p.id = proposal_need.proposal_id
    and is_own(p.organisation_id) and p.state in ('DRAFT', 'NEEDS_INFO')));
alter policy app_update on proposal
  with check (hub_id = acting_hub() and case
    when is_own(organisation_id) then state in ('DRAFT', 'SUBMITTED', 'IN_REVIEW', 'NEEDS_INFO', 'WITHDRAWN', 'DECLINED')
    when is_member_of(organisation_id) then false
    else (acts_as('ASSESSOR') and assessor_id = acting_person()
        and state in ('IN_REVIEW', 'NEEDS_INFO', 'ACCEPTED', 'DECLINED', 'PARKED'))
      or (acts_as('HUB_ADMIN') and state = 'IN_REVIEW') end);
