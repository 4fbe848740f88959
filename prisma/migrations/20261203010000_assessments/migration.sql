-- Before the hub decides, an assessor writes down what was weighed. A round begins each time the review does, but not
-- when a question was answered; what is decided has been assessed in its round.
alter table proposal add column round integer not null default 0;
set local role navet_system;
update proposal set round = 1 where state not in ('DRAFT', 'SUBMITTED', 'CONVERTED');
reset role;

create function rounds_are_counted() returns trigger language plpgsql as $$
begin
  new.round := old.round;
  if new.state = 'IN_REVIEW' and old.state not in ('IN_REVIEW', 'NEEDS_INFO') then new.round := old.round + 1; end if;
  return new;
end $$;
create trigger rounds_are_counted before update on proposal for each row execute function rounds_are_counted();

create function criteria_fit(given jsonb) returns boolean language sql immutable as $$
  select jsonb_typeof(given) = 'object' and not exists (select from jsonb_each(given) c
    where c.key not in ('need', 'feasibility', 'benefit', 'cost', 'running', 'owner', 'access')
      or coalesce(c.value ->> 'answer', '') not in ('', 'YES', 'PARTIALLY', 'NO')
      or char_length(coalesce(c.value ->> 'comment', '')) > 200)
$$;
-- All seven are answered, and what is not a plain yes says why.
create function criteria_are_whole(given jsonb) returns boolean language sql immutable as $$
  select 7 = (select count(*) from jsonb_each(given) c where c.value ->> 'answer' = 'YES'
    or (c.value ->> 'answer' in ('PARTIALLY', 'NO') and btrim(coalesce(c.value ->> 'comment', '')) <> ''))
$$;

create table proposal_assessment (
  hub_id uuid not null,
  proposal_id uuid not null,
  number integer not null,
  round integer not null,
  revision integer not null default 1,
  maturity text,
  criteria jsonb not null default '{}',
  summary text not null default '',
  bodies uuid[] not null default '{}',
  by_id uuid not null,
  sent_at timestamptz(3),
  constraint proposal_assessment_pkey primary key (hub_id, proposal_id, number),
  constraint proposal_assessment_proposal_id_fkey foreign key (hub_id, proposal_id) references proposal (hub_id, id) on delete cascade,
  constraint proposal_assessment_by_id_fkey foreign key (by_id) references person (id),
  constraint assessments_begin_at_one check (number >= 1 and round >= 1),
  constraint maturity_has_five_levels check (maturity in ('IDEA', 'DESCRIBED', 'TESTED', 'PILOTED', 'IN_USE')),
  constraint criteria_are_known check (criteria_fit(criteria)),
  constraint what_is_sent_is_whole check (sent_at is null
    or (maturity is not null and btrim(summary) <> '' and cardinality(bodies) > 0 and criteria_are_whole(criteria)))
);
create unique index one_open_proposal_assessment on proposal_assessment (hub_id, proposal_id) where sent_at is null;
create index proposal_assessment_by_id_idx on proposal_assessment (by_id);

-- The hub's reviewers read it, not for a body they belong to; the proposing body once a decision stands. Nobody else.
call build_wall('proposal_assessment',
  $$ hub_id = acting_hub() and exists (select from proposal p where p.hub_id = proposal_assessment.hub_id
       and p.id = proposal_assessment.proposal_id
       and ((proposal_assessment.sent_at is not null and p.decided_at is not null
           and (is_own(p.organisation_id) or acts_as('ASSESSOR') or acts_as('HUB_ADMIN')))
         or (p.state <> 'DRAFT' and not is_member_of(p.organisation_id)
           and (acts_as('ASSESSOR') or (acts_as('HUB_ADMIN') and proposal_assessment.sent_at is not null))))) $$,
  $$ hub_id = acting_hub() and acts_as('ASSESSOR') and by_id = acting_person() and exists (select from proposal p
       where p.hub_id = proposal_assessment.hub_id and p.id = proposal_assessment.proposal_id and p.state = 'IN_REVIEW'
         and not is_own(p.organisation_id) and not is_member_of(p.organisation_id)) $$,
  $$ hub_id = acting_hub() and acts_as('ASSESSOR') and exists (select from proposal p
       where p.hub_id = proposal_assessment.hub_id and p.id = proposal_assessment.proposal_id and p.state = 'IN_REVIEW'
         and not is_own(p.organisation_id) and not is_member_of(p.organisation_id)) $$);
alter policy app_update on proposal_assessment with check (hub_id = acting_hub() and acts_as('ASSESSOR')
  and by_id = acting_person());

create function assessments_stand() returns trigger language plpgsql security definer set search_path = public as $$
declare
  p proposal;
begin
  if tg_op = 'UPDATE' and ((new.hub_id, new.proposal_id, new.number) is distinct from (old.hub_id, old.proposal_id, old.number)
    or old.sent_at is not null) then
    raise exception 'what was sent keeps its words' using errcode = 'check_violation';
  end if;
  -- Against whoever decides at this moment: one of the two comes first.
  select * into p from proposal where hub_id = new.hub_id and id = new.proposal_id for share;
  if acting_person() is not null and (p.state <> 'IN_REVIEW' or new.round <> p.round) then
    raise exception 'constraint "assessed_in_review": an assessment is written in its round' using errcode = 'check_violation';
  end if;
  if new.sent_at is not null and exists (select from unnest(new.bodies) body where body = p.organisation_id
    or not exists (select from participation t where t.hub_id = new.hub_id and t.organisation_id = body and t.state = 'VERIFIED')) then
    raise exception 'constraint "bodies_of_the_hub": others that take part at the hub are suggested' using errcode = 'check_violation';
  end if;
  return new;
end $$;
alter function assessments_stand() owner to navet_system;
create trigger assessments_stand before insert or update on proposal_assessment
  for each row execute function assessments_stand();

create function decided_when_assessed() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if not exists (select from proposal_assessment a where a.hub_id = old.hub_id and a.proposal_id = old.id
    and a.round = old.round and a.sent_at is not null) then
    raise exception 'constraint "decided_when_assessed": nothing is decided before it is assessed' using errcode = 'check_violation';
  end if;
  return new;
end $$;
alter function decided_when_assessed() owner to navet_system;
create trigger decided_when_assessed before update on proposal for each row
  when (old.state = 'IN_REVIEW' and new.state in ('ACCEPTED', 'DECLINED', 'PARKED')) execute function decided_when_assessed();
