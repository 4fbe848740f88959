-- What was signed by two is changed by two: another last day of a lease is proposed by one side and signed by the
-- other. What others see of a lease is its organisation's choice as well, and how it is taxed is said in it.

-- A lapsed one was not answered in time, or the last day that it spoke of is another by now.
create type "LeaseProposalState" as enum ('OPEN', 'ACCEPTED', 'DECLINED', 'TAKEN_BACK', 'LAPSED');

create table lease_proposal (
  hub_id uuid not null,
  id uuid not null,
  lease_id uuid not null,
  by_house boolean not null,
  state "LeaseProposalState" not null default 'OPEN',
  -- The last day as it was and as it would be, local to the site; without one it runs until notice.
  from_day date,
  to_day date,
  why text not null,
  -- The last day on which it can be signed.
  answer_by date not null,
  made_by_id uuid not null,
  -- As the account was called then: the other side reads no names of this one's people.
  made_by_name text not null,
  made_at timestamptz(3) not null default now(),
  answered_at timestamptz(3),
  answered_by_id uuid,
  answered_by_name text,
  answer text not null default '',
  -- Whether the lease has taken it over; once.
  applied boolean not null default false,
  constraint lease_proposal_pkey primary key (hub_id, id),
  constraint proposals_change_something check (from_day is distinct from to_day),
  constraint proposals_say_why check (btrim(why) <> ''),
  constraint answered_by_somebody check (
    state in ('OPEN', 'LAPSED') or (answered_at is not null and answered_by_id is not null and answered_by_name is not null)),
  constraint only_agreed_is_applied check (state = 'ACCEPTED' or not applied)
);
alter table lease_proposal add constraint lease_proposal_lease_id_fkey foreign key (hub_id, lease_id) references lease (hub_id, id);
alter table lease_proposal add constraint lease_proposal_made_by_id_fkey foreign key (made_by_id) references person (id);
alter table lease_proposal add constraint lease_proposal_answered_by_id_fkey foreign key (answered_by_id) references person (id);
create index lease_proposal_hub_id_lease_id_idx on lease_proposal (hub_id, lease_id);
create unique index one_open_proposal on lease_proposal (hub_id, lease_id) where state = 'OPEN';
create index lease_proposal_made_by_id_idx on lease_proposal (made_by_id);
create index lease_proposal_answered_by_id_idx on lease_proposal (answered_by_id);

create function lease_last_day(l lease) returns date language sql immutable as $$
  select coalesce(l.ends_on, case when l.renewal_months = 0 then l.valid_to end)
$$;

-- Only what stands can be changed, from the day that it has.
create function proposal_is_of_its_lease() returns trigger
language plpgsql security definer set search_path = public as $$
begin
  if new.state <> 'OPEN' or not exists (select from lease l where l.hub_id = new.hub_id and l.id = new.lease_id
    and l.status in ('SIGNED', 'NOTICE') and lease_last_day(l) is not distinct from new.from_day) then
    raise exception 'no such lease to change: constraint "proposals_are_of_their_lease"' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger proposals_are_of_their_lease before insert on lease_proposal
  for each row execute function proposal_is_of_its_lease();

-- What was said stays; the other side signs or declines, in time; whoever proposed takes back.
create function proposal_is_answered() returns trigger
language plpgsql security definer set search_path = public as $$
declare
  house boolean := acts_as('HOST') or acts_as('HUB_ADMIN');
  l lease;
  answered date;
begin
  if (new.hub_id, new.id, new.lease_id, new.by_house, new.from_day, new.to_day, new.why, new.answer_by, new.made_by_id,
      new.made_by_name, new.made_at) is distinct from
    (old.hub_id, old.id, old.lease_id, old.by_house, old.from_day, old.to_day, old.why, old.answer_by, old.made_by_id,
      old.made_by_name, old.made_at) then
    raise exception 'a proposal keeps its words: constraint "proposals_stay"' using errcode = '23514';
  end if;
  select * into l from lease where hub_id = new.hub_id and id = new.lease_id;
  -- Taken over by the lease: pg_trigger_depth tells that it is the lease's own trigger that says so.
  if old.state = 'ACCEPTED' and new.state = 'ACCEPTED' and not old.applied and new.applied and pg_trigger_depth() > 1 and
    (new.answered_at, new.answered_by_id, new.answered_by_name, new.answer) is not distinct from
    (old.answered_at, old.answered_by_id, old.answered_by_name, old.answer) then
    return new;
  end if;
  answered := (new.answered_at at time zone (select zone from site s where s.hub_id = l.hub_id and s.id = l.site_id))::date;
  if old.state = 'OPEN' and not new.applied then
    if new.state = 'LAPSED' and (answered > old.answer_by or lease_last_day(l) is distinct from old.from_day) then
      return new;
    end if;
    if new.answered_by_id is not distinct from acting_person() and l.status in ('SIGNED', 'NOTICE') and (
      (new.state = 'TAKEN_BACK' and house = old.by_house)
      or (new.state = 'DECLINED' and house <> old.by_house)
      or (new.state = 'ACCEPTED' and house <> old.by_house and answered <= old.answer_by
        and lease_last_day(l) is not distinct from old.from_day)) then
      return new;
    end if;
  end if;
  raise exception 'a proposal is answered by the other side, in time: constraint "proposals_are_answered"' using errcode = '23514';
end $$;
create trigger proposals_are_answered before update on lease_proposal for each row execute function proposal_is_answered();

-- A lease that was signed ends as its terms say, by its own notice, or as both have agreed. No other way.
create function lease_end_is_agreed() returns trigger
language plpgsql security definer set search_path = public as $$
declare given date;
begin
  if new.status not in ('SIGNED', 'NOTICE') or (new.signed_at, new.signed_by_id, new.signed_name)
    is distinct from (old.signed_at, old.signed_by_id, old.signed_name) then
    raise exception 'what was signed stays signed: constraint "lease_end_is_agreed"' using errcode = '23514';
  end if;
  if (new.status, new.valid_to, new.ends_on) is not distinct from (old.status, old.valid_to, old.ends_on) then
    return new;
  end if;
  update lease_proposal p set applied = true
    where p.hub_id = new.hub_id and p.lease_id = new.id and p.state = 'ACCEPTED' and not p.applied
      and p.from_day is not distinct from lease_last_day(old) and p.to_day is not distinct from lease_last_day(new);
  if found then return new; end if;
  given := (new.notice_at at time zone (select zone from site s where s.hub_id = new.hub_id and s.id = new.site_id))::date;
  if old.status = 'SIGNED' and new.status = 'NOTICE' and new.notice_at is distinct from old.notice_at
    and new.valid_to is not distinct from old.valid_to and (old.valid_to is null or old.renewal_months > 0)
    and new.ends_on >= (greatest(given, old.valid_from) + make_interval(months => old.notice_months))::date then
    return new;
  end if;
  raise exception 'the last day is for both to agree on: constraint "lease_end_is_agreed"' using errcode = '23514';
end $$;
create trigger lease_end_is_agreed before update on lease for each row
  when (old.status in ('SIGNED', 'NOTICE')) execute function lease_end_is_agreed();

-- Whoever signs does it as themselves. Seeds act as nobody.
create function signed_as_oneself() returns trigger
language plpgsql security definer set search_path = public as $$
begin
  if acting_person() is not null and (new.signed_by_id <> acting_person()
    or new.signed_name is distinct from (select name from person where id = acting_person())) then
    raise exception 'nobody signs as somebody else: constraint "signed_as_oneself"' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger signed_as_oneself before update on lease for each row
  when (old.status = 'OFFERED' and new.status = 'SIGNED') execute function signed_as_oneself();

-- With another last day, days given back that are the lease's no more go, and a proposal that spoke of the old one.
create function lease_end_moved() returns trigger
language plpgsql security definer set search_path = public as $$
begin
  delete from lease_give_back g where g.hub_id = new.hub_id and g.lease_id = new.id and g.day > lease_last_day(new);
  update lease_proposal p set state = 'LAPSED', answered_at = coalesce(new.notice_at, now())
    where p.hub_id = new.hub_id and p.lease_id = new.id and p.state = 'OPEN' and p.from_day is distinct from lease_last_day(new);
  return null;
end $$;
create trigger lease_end_moved after update of valid_to, ends_on on lease for each row
  when (lease_last_day(old) is distinct from lease_last_day(new)) execute function lease_end_moved();

delete from lease_give_back g using lease l
  where l.hub_id = g.hub_id and l.id = g.lease_id and g.day > lease_last_day(l);

call build_wall('lease_proposal',
  $$ hub_id = acting_hub() and exists (select from lease l where l.hub_id = lease_proposal.hub_id and l.id = lease_proposal.lease_id) $$,
  $$ hub_id = acting_hub() and made_by_id = acting_person() and by_house = (acts_as('HOST') or acts_as('HUB_ADMIN'))
     and exists (select from lease l where l.hub_id = lease_proposal.hub_id and l.id = lease_proposal.lease_id
       and (acts_as('HOST') or acts_as('HUB_ADMIN') or administers(l.organisation_id))) $$,
  $$ hub_id = acting_hub() and exists (select from lease l where l.hub_id = lease_proposal.hub_id and l.id = lease_proposal.lease_id
       and (acts_as('HOST') or acts_as('HUB_ADMIN') or administers(l.organisation_id))) $$);

-- How the law taxes it: letting of premises is exempt unless the landlord has chosen otherwise. What was let before
-- stays as it was charged, or would have been.
alter table lease add column vat_class text;
update lease l set vat_class = coalesce(
  (select v.code from invoice_line i join vat_class v on v.category = i.vat_category and v.percent = i.vat_percent
    join hub h on h.id = l.hub_id and h.country = v.country
    where i.hub_id = l.hub_id and i.source = 'LEASE' and i.source_id = l.id order by i.starts_on desc, i.version desc limit 1),
  (select i.vat_class from lease_place t join place p on p.hub_id = t.hub_id and p.id = t.place_id
    join price_item i on i.hub_id = p.hub_id and i.kind = p.kind and i.unit = 'MONTH'
      and i.actor_class = actor_class(l.hub_id, l.organisation_id) and daterange(i.valid_from, i.valid_to, '[)') @> greatest(l.valid_from, current_date)
    where t.hub_id = l.hub_id and t.lease_id = l.id and l.status <> 'DRAFT' order by p.reading_order limit 1),
  (select h.country || case when l.status = 'DRAFT' or (select p.kind from lease_place t
      join place p on p.hub_id = t.hub_id and p.id = t.place_id
      where t.hub_id = l.hub_id and t.lease_id = l.id order by p.reading_order limit 1) = 'OFFICE'
    then '_RENT' else '_STANDARD' end from hub h where h.id = l.hub_id));
alter table lease alter column vat_class set not null;
alter table lease add constraint lease_vat_class_fkey foreign key (vat_class) references vat_class (code);

create or replace function lease_terms_stand() returns trigger language plpgsql as $$
begin
  if old.status <> 'DRAFT' and
    (new.organisation_id, new.number, new.site_id, new.valid_from, new.renewal_months, new.notice_months, new.monthly_ore,
      new.deposit_ore, new.vat_class, new.vat_note, new.terms, new.document, new.reclaim_days)
    is distinct from
    (old.organisation_id, old.number, old.site_id, old.valid_from, old.renewal_months, old.notice_months, old.monthly_ore,
      old.deposit_ore, old.vat_class, old.vat_note, old.terms, old.document, old.reclaim_days) then
    raise exception 'an offered lease keeps its terms: constraint "lease_terms_stand"' using errcode = '23514';
  end if;
  return new;
end $$;

-- Others see of a lease what its organisation has chosen; what the house says on it can only hide more.
create function lease_shown_as_chosen() returns trigger
language plpgsql security definer set search_path = public as $$
begin
  select p.organisation_id into new.shown_organisation_id
    from lease l join participation p on p.hub_id = l.hub_id and p.organisation_id = l.organisation_id
    where l.hub_id = new.hub_id and l.id = new.lease_id and l.shown = 'ORGANISATION'
      and p.state = 'VERIFIED' and p.bookings_shown = 'ORGANISATION';
  return new;
end $$;
create trigger lease_shown_as_chosen before insert or update of shown_organisation_id on occupancy for each row
  when (new.kind = 'LEASE') execute function lease_shown_as_chosen();

-- Whatever says otherwise what is shown of an organisation, its leases say it, too.
create function show_leases_as_chosen() returns trigger
language plpgsql security definer set search_path = public as $$
begin
  update occupancy o set shown_organisation_id = null from lease l
    where l.hub_id = new.hub_id and l.organisation_id = new.organisation_id
      and o.hub_id = l.hub_id and o.lease_id = l.id and o.released_at is null;
  return null;
end $$;
create trigger leases_shown_as_chosen after update of bookings_shown, state on participation for each row
  when ((old.bookings_shown, old.state) is distinct from (new.bookings_shown, new.state)) execute function show_leases_as_chosen();

update occupancy set shown_organisation_id = null where kind = 'LEASE' and released_at is null;

-- When a month was last worked out; what is locked is not worked out any more.
alter table invoice_basis add column counted_at timestamptz(3);

-- A calendar is called by what it shows, also while that is nothing.
create or replace function open_feed(hash text) returns jsonb
language sql stable security definer set search_path = public as $$
  select jsonb_build_object('hub', h.id, 'slug', h.slug, 'hubName', h.name, 'kind', f.kind, 'person', f.person_id,
    'organisation', f.organisation_id, 'organisationSlug', o.slug, 'organisationName', o.name,
    'house', f.organisation_id is null, 'locale', f.locale, 'place', f.place_id, 'site', f.site_id,
    'placeName', l.name, 'siteName', s.name)
  from calendar_feed f
  join hub h on h.id = f.hub_id
  join person p on p.id = f.person_id and p.withdrawn_at is null
  left join organisation o on o.id = f.organisation_id
  left join place l on l.hub_id = f.hub_id and l.id = f.place_id
  left join site s on s.hub_id = f.hub_id and s.id = f.site_id
  where f.token_hash = hash and f.revoked_at is null and case when f.organisation_id is null
    then exists (select from hub_role r where r.hub_id = f.hub_id and r.person_id = f.person_id
      and r.role in ('HOST', 'HUB_ADMIN'))
    else exists (select from membership m join participation t on t.organisation_id = m.organisation_id
      and t.hub_id = f.hub_id and t.state = 'VERIFIED'
      where m.person_id = f.person_id and m.organisation_id = f.organisation_id) end
$$;

alter function proposal_is_of_its_lease() owner to navet_system;
alter function proposal_is_answered() owner to navet_system;
alter function lease_end_is_agreed() owner to navet_system;
alter function signed_as_oneself() owner to navet_system;
alter function lease_end_moved() owner to navet_system;
alter function lease_shown_as_chosen() owner to navet_system;
alter function show_leases_as_chosen() owner to navet_system;
