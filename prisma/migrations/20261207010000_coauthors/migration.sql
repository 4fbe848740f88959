-- Somebody of another organisation writes a proposal together with those who began it: asked by address, and from their
-- own yes on for one organisation of theirs. Whoever asks learns nothing of whether the address belongs to somebody.
create table proposal_coauthor (
  hub_id uuid not null,
  id uuid not null,
  proposal_id uuid not null,
  email text not null,
  state "CoauthorState" not null default 'PENDING',
  invited_by_id uuid not null,
  invited_at timestamptz(3) not null default now(),
  organisation_id uuid,
  person_id uuid,
  answered_at timestamptz(3),
  ended_at timestamptz(3),
  constraint proposal_coauthor_pkey primary key (hub_id, id),
  constraint proposal_coauthor_proposal_id_fkey foreign key (hub_id, proposal_id) references proposal (hub_id, id) on delete cascade,
  constraint proposal_coauthor_invited_by_id_fkey foreign key (invited_by_id) references person (id),
  constraint proposal_coauthor_organisation_id_fkey foreign key (organisation_id) references organisation (id),
  constraint proposal_coauthor_person_id_fkey foreign key (person_id) references person (id),
  constraint coauthors_write_for_a_body check ((person_id is null) = (organisation_id is null)
    and (person_id is not null) = (state in ('ACTIVE', 'REMOVED', 'LEFT'))),
  constraint coauthors_answer_and_end check ((state in ('ACTIVE', 'REMOVED', 'LEFT', 'DECLINED')) = (answered_at is not null)
    and (state in ('PENDING', 'ACTIVE', 'DECLINED')) = (ended_at is null))
);
create unique index one_open_coauthor_invitation on proposal_coauthor (hub_id, proposal_id, email) where state = 'PENDING' and email <> '';
create unique index one_coauthor_a_person on proposal_coauthor (hub_id, proposal_id, person_id, organisation_id) where state = 'ACTIVE';
create index proposal_coauthor_person_id_idx on proposal_coauthor (person_id);
create index proposal_coauthor_invited_by_id_idx on proposal_coauthor (invited_by_id);
create index proposal_coauthor_organisation_id_idx on proposal_coauthor (organisation_id);
create index proposal_coauthor_email_idx on proposal_coauthor (email) where state = 'PENDING';

-- The proposals that the acting person writes for the acting organisation, though another began them. Not in the house.
create function coauthored() returns setof uuid language sql stable security definer set search_path = public as $$
  select c.proposal_id from proposal_coauthor c
  where c.hub_id = acting_hub() and c.person_id = acting_person() and c.organisation_id = acting_organisation()
    and c.state = 'ACTIVE' and not in_the_house()
$$;
alter function coauthored() owner to navet_system;
-- Those that some body of the acting person writes: nobody judges what their own body has written.
create function coauthored_by_mine() returns setof uuid language sql stable security definer set search_path = public as $$
  select c.proposal_id from proposal_coauthor c join membership m on m.organisation_id = c.organisation_id and m.person_id = acting_person()
  where c.hub_id = acting_hub() and c.state = 'ACTIVE'
$$;
alter function coauthored_by_mine() owner to navet_system;
create function is_my_address(given text) returns boolean language sql stable security definer set search_path = public as $$
  select exists (select from person p where p.id = acting_person() and p.email = given and p.withdrawn_at is null)
$$;
alter function is_my_address(text) owner to navet_system;

-- The body that began it reads all of it, whoever writes with it who else does, whoever is asked what they are asked.
call build_wall('proposal_coauthor',
  $$ hub_id = acting_hub() and not in_the_house() and (
    (person_id = acting_person() and organisation_id = acting_organisation())
    or (state = 'PENDING' and is_my_address(email))
    or exists (select from proposal p where p.hub_id = proposal_coauthor.hub_id and p.id = proposal_coauthor.proposal_id
      and (is_own(p.organisation_id) or (proposal_coauthor.state = 'ACTIVE' and p.id in (select coauthored()))))) $$,
  $$ hub_id = acting_hub() and invited_by_id = acting_person() and state = 'PENDING' and exists (select from proposal p
    where p.hub_id = proposal_coauthor.hub_id and p.id = proposal_coauthor.proposal_id and is_own(p.organisation_id)) $$,
  $$ hub_id = acting_hub() and not in_the_house() and (
    (person_id = acting_person() and organisation_id = acting_organisation())
    or (state in ('PENDING', 'DECLINED') and is_my_address(email))
    or exists (select from proposal p where p.hub_id = proposal_coauthor.hub_id and p.id = proposal_coauthor.proposal_id
      and is_own(p.organisation_id))) $$);
-- Whoever has said no does not see the row again, yet the row that says so is theirs.
alter policy app_select on proposal_coauthor using (hub_id = acting_hub() and not in_the_house() and (
    (person_id = acting_person() and organisation_id = acting_organisation())
    or (state in ('PENDING', 'DECLINED') and is_my_address(email))
    or exists (select from proposal p where p.hub_id = proposal_coauthor.hub_id and p.id = proposal_coauthor.proposal_id
      and (is_own(p.organisation_id) or (proposal_coauthor.state = 'ACTIVE' and p.id in (select coauthored()))))));

-- The same rows as in lib/proposals/coauthors.ts.
create function coauthors_stand() returns trigger language plpgsql security definer set search_path = public as $$
declare
  p proposal;
  side text;
begin
  -- Jobs and erasure come as the system.
  if current_setting('role', true) = 'navet_system' then return new; end if;
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
alter function coauthors_stand() owner to navet_system;
create trigger coauthors_stand before insert or update on proposal_coauthor for each row execute function coauthors_stand();

-- Tells whoever has the address and takes part at the hub, if there is such a person; whoever asked hears nothing of it.
create function tell_invited(which uuid, facts jsonb, leads_to text) returns void language sql security definer set search_path = public as $$
  insert into notice (hub_id, id, person_id, kind, detail, path, created_at)
    select c.hub_id, gen_random_uuid(), p.id, 'coauthorInvited', facts, leads_to, now()
    from proposal_coauthor c join person p on p.email = c.email and p.withdrawn_at is null
      join proposal r on r.hub_id = c.hub_id and r.id = c.proposal_id
    where c.hub_id = acting_hub() and c.id = which and c.state = 'PENDING' and c.invited_by_id = acting_person() and is_own(r.organisation_id)
      and exists (select from membership m join participation t on t.organisation_id = m.organisation_id
        where m.person_id = p.id and t.hub_id = c.hub_id and t.state = 'VERIFIED' and m.organisation_id <> r.organisation_id)
$$;
alter function tell_invited(uuid, jsonb, text) owner to navet_system;

-- What whoever is asked may know before they say yes: the title and who asks. Of others nothing.
create function coauthor_invitations() returns table (id uuid, title text, organisation text, invited_at timestamptz)
language sql stable security definer set search_path = public as $$
  select c.id, p.title, o.name, c.invited_at from proposal_coauthor c
    join proposal p on p.hub_id = c.hub_id and p.id = c.proposal_id join organisation o on o.id = p.organisation_id
  where c.hub_id = acting_hub() and c.state = 'PENDING' and is_my_address(c.email) and not in_the_house()
    and p.organisation_id <> acting_organisation() and c.invited_at > now() - interval '30 days'
    and p.state in ('DRAFT', 'SUBMITTED', 'IN_REVIEW', 'NEEDS_INFO', 'PARKED')
  order by c.invited_at
$$;
alter function coauthor_invitations() owner to navet_system;

-- Which organisations write it with who began it: for whoever reads it.
create function coauthor_bodies(which uuid) returns setof uuid language sql stable security definer set search_path = public as $$
  select distinct c.organisation_id from proposal p join proposal_coauthor c on c.hub_id = p.hub_id and c.proposal_id = p.id and c.state = 'ACTIVE'
  where p.hub_id = acting_hub() and p.id = which and (is_own(p.organisation_id) or p.id in (select coauthored())
    or (p.state <> 'DRAFT' and (acts_as('ASSESSOR') or acts_as('HUB_ADMIN') or is_shown(p.visibility, p.organisation_id))))
$$;
alter function coauthor_bodies(uuid) owner to navet_system;

-- By name those who write it or have written it, for those who write it.
create function author_names(which uuid) returns table (person uuid, name text) language sql stable security definer set search_path = public as $$
  select s.id, s.name from proposal p cross join lateral (
      select p.author_id as writer
      union select c.person_id from proposal_coauthor c where c.hub_id = p.hub_id and c.proposal_id = p.id
      union select v.by_id from proposal_version v where v.hub_id = p.hub_id and v.proposal_id = p.id
      union select e.person_id from audit_event e where e.hub_id = p.hub_id and e.object_type = 'proposal' and e.object_id = p.id
        and e.kind in ('proposalDrafted', 'proposalSaved', 'proposalSubmitted', 'proposalAnswered')
    ) w join person s on s.id = w.writer
  where p.hub_id = acting_hub() and p.id = which and (is_own(p.organisation_id) or p.id in (select coauthored()))
$$;
alter function author_names(uuid) owner to navet_system;

-- Who else hears of it: the other authors, for those who write it and for those who review it.
create function coauthor_hearers(which uuid) returns table (person uuid, email text, locale text, slug text)
language sql stable security definer set search_path = public as $$
  select s.id, s.email, s.locale, o.slug from proposal p
    join proposal_coauthor c on c.hub_id = p.hub_id and c.proposal_id = p.id and c.state = 'ACTIVE'
    join person s on s.id = c.person_id and s.withdrawn_at is null join organisation o on o.id = c.organisation_id
    join membership m on m.person_id = c.person_id and m.organisation_id = c.organisation_id
  where p.hub_id = acting_hub() and p.id = which and s.id is distinct from acting_person()
    and (current_setting('role', true) = 'navet_system' or is_own(p.organisation_id) or p.id in (select coauthored())
      or (p.state <> 'DRAFT' and (acts_as('ASSESSOR') or acts_as('HUB_ADMIN'))))
$$;
alter function coauthor_hearers(uuid) owner to navet_system;
-- The body that began it, for whoever writes with it: the author and its administrators.
create function author_hearers(which uuid) returns table (person uuid, slug text)
language sql stable security definer set search_path = public as $$
  select m.person_id, o.slug from proposal_coauthor c join proposal p on p.hub_id = c.hub_id and p.id = c.proposal_id
    join membership m on m.organisation_id = p.organisation_id
      and (m.role = 'ADMIN' or m.person_id in (p.author_id, c.invited_by_id))
    join organisation o on o.id = p.organisation_id
  where c.hub_id = acting_hub() and c.id = which and not in_the_house()
    and (is_my_address(c.email) or (c.person_id = acting_person() and c.organisation_id = acting_organisation()))
$$;
alter function author_hearers(uuid) owner to navet_system;

-- Which needs it is linked to, also those that one of its authors may not see: ids alone, so that none is lost when it is sent.
create function linked_needs(which uuid) returns setof uuid language sql stable security definer set search_path = public as $$
  select l.need_id from proposal p join proposal_need l on l.hub_id = p.hub_id and l.proposal_id = p.id
  where p.hub_id = acting_hub() and p.id = which and (is_own(p.organisation_id) or p.id in (select coauthored()))
$$;
alter function linked_needs(uuid) owner to navet_system;

do $$
declare door text;
begin
  foreach door in array array['coauthored()', 'coauthored_by_mine()', 'is_my_address(text)', 'tell_invited(uuid, jsonb, text)',
    'coauthor_invitations()', 'coauthor_bodies(uuid)', 'author_names(uuid)', 'coauthor_hearers(uuid)', 'author_hearers(uuid)', 'linked_needs(uuid)'] loop
    execute format('revoke execute on function %s from public', door);
    execute format('grant execute on function %s to navet_app, navet_system', door);
  end loop;
end $$;

-- Whoever writes with them reads and changes the text, sends it and answers. Taking back, calling off and appealing stay
-- with the body that began it.
alter policy app_select on proposal using (hub_id = acting_hub() and (is_own(organisation_id)
  or (state <> 'DRAFT' and (acts_as('ASSESSOR') or acts_as('HUB_ADMIN') or is_shown(visibility, organisation_id)))
  or id in (select coauthored())));
alter policy app_update on proposal
  using (hub_id = acting_hub() and case
    when is_own(organisation_id) then state in ('DRAFT', 'SUBMITTED', 'IN_REVIEW', 'NEEDS_INFO', 'PARKED', 'DECLINED')
    when id in (select coauthored()) then state in ('DRAFT', 'NEEDS_INFO')
    when is_member_of(organisation_id) or id in (select coauthored_by_mine()) then false
    else (acts_as('ASSESSOR') and (state in ('SUBMITTED', 'IN_REVIEW', 'PARKED') or appeal_open
        or (state in ('ACCEPTED', 'DECLINED') and assessor_id = acting_person())))
      or (acts_as('HUB_ADMIN') and state in ('ACCEPTED', 'DECLINED', 'PARKED')) end)
  with check (hub_id = acting_hub() and case
    when is_own(organisation_id) then state in ('DRAFT', 'SUBMITTED', 'IN_REVIEW', 'NEEDS_INFO', 'WITHDRAWN', 'DECLINED')
    when id in (select coauthored()) then state in ('DRAFT', 'SUBMITTED', 'IN_REVIEW', 'NEEDS_INFO')
    when is_member_of(organisation_id) or id in (select coauthored_by_mine()) then false
    else (acts_as('ASSESSOR') and assessor_id = acting_person()
        and state in ('IN_REVIEW', 'NEEDS_INFO', 'ACCEPTED', 'DECLINED', 'PARKED'))
      or (acts_as('HUB_ADMIN') and state = 'IN_REVIEW') end);

create or replace function proposals_stand() returns trigger language plpgsql as $$
declare side text := case when acting_person() is null then null when is_own(old.organisation_id) then 'ours'
  when old.id in (select coauthored()) then 'coauthor' else 'house' end;
begin
  if (new.hub_id, new.id, new.organisation_id, new.author_id) is distinct from (old.hub_id, old.id, old.organisation_id, old.author_id) then
    raise exception 'a proposal stays with who wrote it' using errcode = 'check_violation';
  end if;
  if new.state is distinct from old.state and not exists (select from (values
      ('DRAFT', 'SUBMITTED', 'ours'), ('SUBMITTED', 'DRAFT', 'ours'), ('NEEDS_INFO', 'IN_REVIEW', 'ours'),
      ('DRAFT', 'SUBMITTED', 'coauthor'), ('NEEDS_INFO', 'IN_REVIEW', 'coauthor'),
      ('SUBMITTED', 'WITHDRAWN', 'ours'), ('IN_REVIEW', 'WITHDRAWN', 'ours'), ('NEEDS_INFO', 'WITHDRAWN', 'ours'),
      ('PARKED', 'WITHDRAWN', 'ours'), ('SUBMITTED', 'IN_REVIEW', 'house'), ('IN_REVIEW', 'NEEDS_INFO', 'house'),
      ('IN_REVIEW', 'ACCEPTED', 'house'), ('IN_REVIEW', 'DECLINED', 'house'), ('IN_REVIEW', 'PARKED', 'house'),
      ('PARKED', 'IN_REVIEW', 'house'), ('ACCEPTED', 'IN_REVIEW', 'house'), ('DECLINED', 'IN_REVIEW', 'house')
    ) way (here, there, by_side)
    where here = old.state::text and there = new.state::text and by_side = coalesce(side, by_side)) then
    raise exception 'a proposal does not go from % to % by %', old.state, new.state, coalesce(side, 'a job') using errcode = 'check_violation';
  end if;
  if new.appealed_at is distinct from old.appealed_at and (old.appealed_at is not null or old.state <> 'DECLINED' or side in ('house', 'coauthor')) then
    raise exception 'what was declined is appealed once' using errcode = 'check_violation';
  end if;
  if new.appeal_open and not old.appeal_open and new.appealed_at is not distinct from old.appealed_at then
    raise exception 'what was declined is appealed once' using errcode = 'check_violation';
  end if;
  return new;
end $$;

alter policy app_insert on proposal_need with check (hub_id = acting_hub()
  and exists (select from proposal p where p.hub_id = proposal_need.hub_id and p.id = proposal_need.proposal_id
    and (is_own(p.organisation_id) or p.id in (select coauthored())) and p.state in ('DRAFT', 'NEEDS_INFO'))
  and exists (select from need n where n.hub_id = proposal_need.hub_id and n.id = proposal_need.need_id));
-- A link to a need that one cannot see stays, whoever else writes.
alter policy app_delete on proposal_need using (hub_id = acting_hub()
  and exists (select from proposal p where p.hub_id = proposal_need.hub_id and p.id = proposal_need.proposal_id
    and (is_own(p.organisation_id) or p.id in (select coauthored())) and p.state in ('DRAFT', 'NEEDS_INFO')));

-- A version says for whom it was written.
alter table proposal_version add column organisation_id uuid,
  add constraint proposal_version_organisation_id_fkey foreign key (organisation_id) references organisation (id);
create index proposal_version_organisation_id_idx on proposal_version (organisation_id);
alter table proposal_version disable trigger sent_versions_stand;
set local role navet_system;
update proposal_version v set organisation_id = p.organisation_id from proposal p where p.hub_id = v.hub_id and p.id = v.proposal_id;
reset role;
alter table proposal_version enable trigger sent_versions_stand;
alter policy app_select on proposal_version using (hub_id = acting_hub() and exists (select from proposal p
  where p.hub_id = proposal_version.hub_id and p.id = proposal_version.proposal_id
    and (is_own(p.organisation_id) or p.id in (select coauthored())
      or (proposal_version.sent_at is not null and p.state <> 'DRAFT' and (acts_as('ASSESSOR') or acts_as('HUB_ADMIN'))))));
alter policy app_insert on proposal_version with check (hub_id = acting_hub() and by_id = acting_person()
  and organisation_id = acting_organisation() and exists (select from proposal p where p.hub_id = proposal_version.hub_id
    and p.id = proposal_version.proposal_id and (is_own(p.organisation_id) or p.id in (select coauthored())) and p.state in ('DRAFT', 'NEEDS_INFO')));
alter policy app_update on proposal_version
  using (hub_id = acting_hub() and exists (select from proposal p where p.hub_id = proposal_version.hub_id
    and p.id = proposal_version.proposal_id and (is_own(p.organisation_id) or p.id in (select coauthored())) and p.state = 'NEEDS_INFO'))
  with check (hub_id = acting_hub() and by_id = acting_person() and organisation_id = acting_organisation()
    and exists (select from proposal p where p.hub_id = proposal_version.hub_id
      and p.id = proposal_version.proposal_id and (is_own(p.organisation_id) or p.id in (select coauthored())) and p.state = 'NEEDS_INFO'));
alter policy app_delete on proposal_version using (hub_id = acting_hub() and sent_at is null and exists (select from proposal p
  where p.hub_id = proposal_version.hub_id and p.id = proposal_version.proposal_id and (is_own(p.organisation_id) or p.id in (select coauthored()))));

alter policy app_select on proposal_word using (hub_id = acting_hub() and exists (select from proposal p
  where p.hub_id = proposal_word.hub_id and p.id = proposal_word.proposal_id
    and (is_own(p.organisation_id) or p.id in (select coauthored())
      or (p.state <> 'DRAFT' and (acts_as('ASSESSOR') or acts_as('HUB_ADMIN'))))));
alter policy app_insert on proposal_word with check (hub_id = acting_hub() and by_id = acting_person() and exists (select from proposal p
  where p.hub_id = proposal_word.hub_id and p.id = proposal_word.proposal_id
    and case when is_own(p.organisation_id) then proposal_word.move in ('answer', 'callOff', 'appeal')
      when p.id in (select coauthored()) then proposal_word.move = 'answer'
      else (acts_as('ASSESSOR') or acts_as('HUB_ADMIN')) and not is_member_of(p.organisation_id) and p.id not in (select coauthored_by_mine())
        and (proposal_word.move = 'undo' or (proposal_word.move in ('ask', 'accept', 'decline', 'park') and acts_as('ASSESSOR'))) end));

alter policy app_select on proposal_assessment using (hub_id = acting_hub() and exists (select from proposal p
  where p.hub_id = proposal_assessment.hub_id and p.id = proposal_assessment.proposal_id
    and ((proposal_assessment.sent_at is not null and p.decided_at is not null
        and (is_own(p.organisation_id) or p.id in (select coauthored()) or acts_as('ASSESSOR') or acts_as('HUB_ADMIN')))
      or (p.state <> 'DRAFT' and not is_member_of(p.organisation_id) and p.id not in (select coauthored_by_mine())
        and (acts_as('ASSESSOR') or (acts_as('HUB_ADMIN') and proposal_assessment.sent_at is not null))))));
alter policy app_insert on proposal_assessment with check (hub_id = acting_hub() and acts_as('ASSESSOR') and by_id = acting_person()
  and exists (select from proposal p where p.hub_id = proposal_assessment.hub_id and p.id = proposal_assessment.proposal_id
    and p.state = 'IN_REVIEW' and not is_own(p.organisation_id) and not is_member_of(p.organisation_id) and p.id not in (select coauthored_by_mine())));
alter policy app_update on proposal_assessment using (hub_id = acting_hub() and acts_as('ASSESSOR') and exists (select from proposal p
  where p.hub_id = proposal_assessment.hub_id and p.id = proposal_assessment.proposal_id
    and p.state = 'IN_REVIEW' and not is_own(p.organisation_id) and not is_member_of(p.organisation_id) and p.id not in (select coauthored_by_mine())));

-- Who wrote when, of which body: for those who write it together.
create policy authors_told on audit_event for select to navet_app using (
  hub_id = acting_hub() and object_type = 'proposal'
  and kind in ('proposalDrafted', 'proposalSaved', 'coauthorJoined', 'coauthorLeft', 'coauthorRemoved')
  and exists (select from proposal p where p.hub_id = audit_event.hub_id and p.id = audit_event.object_id
    and (is_own(p.organisation_id) or p.id in (select coauthored()))));
