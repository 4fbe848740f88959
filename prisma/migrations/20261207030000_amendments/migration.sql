-- Whoever reads a proposal that was sent can propose other words for parts of it. Those who proposed it take them over, or
-- say why not; what was there before stands beside it.
create table proposal_amendment (
  hub_id uuid not null,
  id uuid not null,
  proposal_id uuid not null,
  organisation_id uuid not null,
  by_id uuid not null,
  at timestamptz(3) not null default now(),
  before jsonb not null,
  changes jsonb not null,
  reason text not null,
  state "AmendmentState" not null default 'PENDING',
  answer text not null default '',
  answered_at timestamptz(3),
  answered_by_id uuid,
  constraint proposal_amendment_pkey primary key (hub_id, id),
  constraint proposal_amendment_proposal_id_fkey foreign key (hub_id, proposal_id) references proposal (hub_id, id) on delete cascade,
  constraint proposal_amendment_organisation_id_fkey foreign key (organisation_id) references organisation (id),
  constraint proposal_amendment_by_id_fkey foreign key (by_id) references person (id),
  constraint proposal_amendment_answered_by_id_fkey foreign key (answered_by_id) references person (id),
  constraint an_amendment_says_why check (btrim(reason) <> ''),
  constraint amendments_are_answered check ((state = 'PENDING') = (answered_at is null) and (answered_at is null) = (answered_by_id is null)
    and (state <> 'REJECTED' or btrim(answer) <> ''))
);
create index proposal_amendment_hub_id_proposal_id_idx on proposal_amendment (hub_id, proposal_id);
create index proposal_amendment_organisation_id_idx on proposal_amendment (organisation_id);
create index proposal_amendment_by_id_idx on proposal_amendment (by_id);
create index proposal_amendment_answered_by_id_idx on proposal_amendment (answered_by_id);

create function proposal_sections(p proposal) returns jsonb language sql immutable as $$
  select jsonb_build_object('title', p.title, 'summary', p.summary, 'problem', p.problem, 'solution', p.solution,
    'benefit', p.benefit, 'firstStep', p.first_step, 'partnersWanted', p.partners_wanted)
$$;

-- Both sides read it, and the hub; no other body that reads the proposal.
call build_wall('proposal_amendment',
  $$ hub_id = acting_hub() and exists (select from proposal p where p.hub_id = proposal_amendment.hub_id and p.id = proposal_amendment.proposal_id
    and (is_own(p.organisation_id) or p.id in (select coauthored()) or is_own(proposal_amendment.organisation_id)
      or (p.state <> 'DRAFT' and (acts_as('ASSESSOR') or acts_as('HUB_ADMIN'))))) $$,
  $$ hub_id = acting_hub() and is_own(organisation_id) and by_id = acting_person() and state = 'PENDING'
    and exists (select from proposal p where p.hub_id = proposal_amendment.hub_id and p.id = proposal_amendment.proposal_id
      and p.state in ('SUBMITTED', 'IN_REVIEW', 'NEEDS_INFO', 'PARKED') and not is_own(p.organisation_id) and p.id not in (select coauthored())) $$,
  $$ hub_id = acting_hub() and (is_own(organisation_id) or exists (select from proposal p
    where p.hub_id = proposal_amendment.hub_id and p.id = proposal_amendment.proposal_id and is_own(p.organisation_id))) $$);

-- Jobs, the seed and the door below come as the system.
create function amendments_stand() returns trigger language plpgsql as $$
declare
  p proposal;
begin
  if current_user = 'navet_system' then return new; end if;
  select * into p from proposal where hub_id = new.hub_id and id = new.proposal_id;
  if tg_op = 'INSERT' then
    if new.changes = '{}' or jsonb_typeof(new.changes) <> 'object' or exists (select from jsonb_each(new.changes) c
      where jsonb_typeof(c.value) <> 'string' or not proposal_sections(p) ? c.key or proposal_sections(p) -> c.key = c.value
        or (c.key <> 'partnersWanted' and btrim(c.value #>> '{}') = '')) then
      raise exception 'constraint "an_amendment_changes": it says something else, in parts that there are' using errcode = 'check_violation';
    end if;
    new.before := (select jsonb_object_agg(k, proposal_sections(p) -> k) from jsonb_object_keys(new.changes) k);
    return new;
  end if;
  if (new.hub_id, new.id, new.proposal_id, new.organisation_id, new.by_id, new.at, new.before, new.changes, new.reason)
    is distinct from (old.hub_id, old.id, old.proposal_id, old.organisation_id, old.by_id, old.at, old.before, old.changes, old.reason)
    or old.state <> 'PENDING' or new.answered_by_id is distinct from acting_person()
    or not ((new.state = 'WITHDRAWN' and is_own(old.organisation_id)) or (new.state = 'REJECTED' and is_own(p.organisation_id))) then
    raise exception 'an amendment keeps its words and is answered once' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger amendments_stand before insert or update on proposal_amendment for each row execute function amendments_stand();

-- What was sent is changed by the door below alone.
create or replace function keep_what_was_sent() returns trigger language plpgsql as $$
begin
  if (new.organisation_id, new.author_id, new.language, new.areas, new.visibility)
    is distinct from (old.organisation_id, old.author_id, old.language, old.areas, old.visibility)
    or (current_user <> 'navet_system' and proposal_sections(new) is distinct from proposal_sections(old)) then
    raise exception 'a proposal that has been sent keeps its words' using errcode = 'check_violation';
  end if;
  return new;
end $$;

create or replace function coauthors_stand() returns trigger language plpgsql security definer set search_path = public as $$
declare
  p proposal;
  side text;
begin
  -- Jobs and erasure come as the system.
  if current_setting('role', true) = 'navet_system' then return new; end if;
  -- Whose words were taken over writes it from then on.
  if tg_op = 'INSERT' and new.state = 'ACTIVE' and exists (select from proposal_amendment a where a.hub_id = new.hub_id
    and a.proposal_id = new.proposal_id and a.by_id = new.person_id and a.organisation_id = new.organisation_id and a.state = 'ACCEPTED') then
    return new;
  end if;
  if tg_op = 'UPDATE' and (new.hub_id, new.id, new.proposal_id, new.email, new.invited_by_id, new.invited_at)
    is distinct from (old.hub_id, old.id, old.proposal_id, old.email, old.invited_by_id, old.invited_at) then
    raise exception 'an invitation stays as it was sent' using errcode = 'check_violation';
  end if;
  -- Against whoever sends or decides at this moment: one of the two comes first.
  select * into p from proposal where hub_id = new.hub_id and id = new.proposal_id for share;
  side := case when is_own(p.organisation_id) then 'ours' else 'self' end;
  if tg_op = 'UPDATE' then
    if not exists (select from (values ('PENDING', 'CANCELLED', 'ours'), ('ACTIVE', 'REMOVED', 'ours'),
        ('PENDING', 'ACTIVE', 'self'), ('PENDING', 'DECLINED', 'self'), ('ACTIVE', 'LEFT', 'self')) way (here, there, by_side)
      where here = old.state::text and there = new.state::text and by_side = side) then
      raise exception 'a co-author does not go from % to % by %', old.state, new.state, side using errcode = 'check_violation';
    end if;
    if old.person_id is not null and (new.person_id, new.organisation_id) is distinct from (old.person_id, old.organisation_id) then
      raise exception 'a co-author stays who they are' using errcode = 'check_violation';
    end if;
  end if;
  if new.state in ('PENDING', 'ACTIVE') and p.state not in ('DRAFT', 'SUBMITTED', 'IN_REVIEW', 'NEEDS_INFO', 'PARKED') then
    raise exception 'constraint "written_while_open": nobody comes to write what is decided' using errcode = 'check_violation';
  end if;
  if tg_op = 'INSERT' and (select count(*) from proposal_coauthor c where c.hub_id = new.hub_id
      and c.proposal_id = new.proposal_id and c.state in ('PENDING', 'ACTIVE')) >= 20 then
    raise exception 'constraint "twenty_write_together": twenty at the most' using errcode = 'check_violation';
  end if;
  if new.state = 'ACTIVE' and (new.person_id is distinct from acting_person() or new.organisation_id is distinct from acting_organisation()
    or not is_my_address(new.email) or new.organisation_id = p.organisation_id
    or old.invited_at < now() - interval '30 days'
    or not exists (select from participation t where t.hub_id = new.hub_id and t.organisation_id = new.organisation_id and t.state = 'VERIFIED')) then
    raise exception 'constraint "coauthors_come_for_their_own": in time, for another body that takes part' using errcode = 'check_violation';
  end if;
  return new;
end $$;

-- Takes the words over: they become the next version of the text, and whoever wrote them writes it from then on. Of two at
-- once that change the same part one comes first. Answers false for a proposal that is not one's own.
create function accept_amendment(which uuid) returns boolean language plpgsql security definer set search_path = public as $$
declare
  a proposal_amendment;
  p proposal;
  v proposal_version;
  merged jsonb;
begin
  select p_.* into p from proposal p_ join proposal_amendment a_ on a_.hub_id = p_.hub_id and a_.proposal_id = p_.id
    where a_.hub_id = acting_hub() and a_.id = which and is_own(p_.organisation_id) for update of p_;
  if p.id is null then return false; end if;
  select * into a from proposal_amendment where hub_id = acting_hub() and id = which for update;
  if a.state <> 'PENDING' then
    raise exception 'constraint "answered_once": it is answered already' using errcode = 'check_violation';
  end if;
  if p.state not in ('SUBMITTED', 'IN_REVIEW', 'NEEDS_INFO', 'PARKED') then
    raise exception 'constraint "amended_while_open": what is decided is not amended' using errcode = 'check_violation';
  end if;
  if exists (select from proposal_version o where o.hub_id = p.hub_id and o.proposal_id = p.id and o.sent_at is null) then
    raise exception 'constraint "amended_as_sent": its authors are changing the text' using errcode = 'check_violation';
  end if;
  if not proposal_sections(p) @> a.before then
    raise exception 'constraint "amended_as_it_stands": the text has changed since' using errcode = 'check_violation';
  end if;
  merged := proposal_sections(p) || a.changes;
  update proposal_amendment set state = 'ACCEPTED', answered_at = now(), answered_by_id = acting_person() where hub_id = a.hub_id and id = a.id;
  update proposal set title = merged ->> 'title', summary = merged ->> 'summary', problem = merged ->> 'problem',
    solution = merged ->> 'solution', benefit = merged ->> 'benefit', first_step = merged ->> 'firstStep',
    partners_wanted = merged ->> 'partnersWanted', revision = revision + 1 where hub_id = p.hub_id and id = p.id;
  select * into v from proposal_version l where l.hub_id = p.hub_id and l.proposal_id = p.id order by l.major desc, l.minor desc limit 1;
  insert into proposal_version (hub_id, proposal_id, major, minor, content, by_id, organisation_id, sent_at)
    values (p.hub_id, p.id, v.major, v.minor + 1, v.content || a.changes, a.by_id, a.organisation_id, now());
  insert into proposal_coauthor (hub_id, id, proposal_id, email, state, invited_by_id, invited_at, organisation_id, person_id, answered_at)
    select a.hub_id, gen_random_uuid(), p.id, s.email, 'ACTIVE', acting_person(), now(), a.organisation_id, a.by_id, now()
    from person s join membership m on m.person_id = s.id and m.organisation_id = a.organisation_id where s.id = a.by_id
    on conflict do nothing;
  return true;
end $$;
alter function accept_amendment(uuid) owner to navet_system;

-- The author and the administrators of the body that proposed, for whoever proposes other words or takes them back.
create function amendment_hearers(which uuid) returns table (person uuid, slug text)
language sql stable security definer set search_path = public as $$
  select m.person_id, o.slug from proposal_amendment a join proposal p on p.hub_id = a.hub_id and p.id = a.proposal_id
    join membership m on m.organisation_id = p.organisation_id and (m.role = 'ADMIN' or m.person_id = p.author_id)
    join organisation o on o.id = p.organisation_id
  where a.hub_id = acting_hub() and a.id = which and is_own(a.organisation_id)
$$;
alter function amendment_hearers(uuid) owner to navet_system;
-- The address of the page of whoever proposed other words, for those who answer.
create function amender_slug(which uuid) returns text language sql stable security definer set search_path = public as $$
  select o.slug from proposal_amendment a join proposal p on p.hub_id = a.hub_id and p.id = a.proposal_id
    join organisation o on o.id = a.organisation_id
  where a.hub_id = acting_hub() and a.id = which and is_own(p.organisation_id)
$$;
alter function amender_slug(uuid) owner to navet_system;
do $$
declare door text;
begin
  foreach door in array array['accept_amendment(uuid)', 'amendment_hearers(uuid)', 'amender_slug(uuid)'] loop
    execute format('revoke execute on function %s from public', door);
    execute format('grant execute on function %s to navet_app, navet_system', door);
  end loop;
end $$;
