-- What a place costs, what an organisation has paid for beforehand, and what is to be invoiced. All money
-- is whole öre (or øre); quantities are hundredths, percentages hundredths of a percent.

create type "PriceUnit" as enum ('HOUR', 'HALF_DAY', 'DAY', 'MONTH', 'PASS');
-- UNCL5305, as far as a Nordic hub needs it.
create type "VatCategory" as enum ('S', 'Z', 'E', 'O');
create type "CreditMeasure" as enum ('MINUTES', 'ORE');
create type "CreditReason" as enum ('GRANTED', 'USED', 'RETURNED');
create type "BasisStatus" as enum ('DRAFT', 'LOCKED', 'EXPORTED');
create type "LineSource" as enum ('BOOKING', 'LATE_FEE', 'PLAN', 'PASS', 'LEASE');

-- How the law taxes it. Facts, the same for every hub of a country.
create table vat_class (
  code text not null primary key,
  country "Country" not null,
  category "VatCategory" not null,
  percent integer not null,
  reason text not null,
  constraint only_standard_has_a_rate check ((category = 'S') = (percent > 0)),
  constraint exemption_says_why check (category in ('S', 'Z') or reason <> '')
);
insert into vat_class (code, country, category, percent, reason) values
  ('SE_STANDARD', 'SE', 'S', 2500, ''),
  ('SE_RENT', 'SE', 'E', 0, 'Undantag från skatteplikt: upplåtelse av fastighet, 10 kap. 35 § mervärdesskattelagen (2023:200)'),
  ('SE_OUTSIDE', 'SE', 'O', 0, 'Inte omsättning enligt mervärdesskattelagen (2023:200)'),
  ('NO_STANDARD', 'NO', 'S', 2500, ''),
  ('NO_RENT', 'NO', 'E', 0, 'Unntatt: utleie av fast eiendom, merverdiavgiftsloven § 3-11'),
  ('NO_OUTSIDE', 'NO', 'O', 0, 'Ikke omsetning etter merverdiavgiftsloven');

create table price_item (
  hub_id uuid not null,
  id uuid not null,
  kind "PlaceKind" not null,
  actor_class "ActorClass" not null,
  unit "PriceUnit" not null,
  ore integer not null constraint prices_are_not_negative check (ore between 0 and 100000000),
  vat_class text not null,
  valid_from date not null,
  valid_to date,
  -- What a pass holds, and for how many months.
  pass_minutes integer,
  pass_months integer,
  constraint price_item_pkey primary key (hub_id, id),
  constraint prices_hold_for_a_day check (valid_to > valid_from),
  constraint only_passes_hold_time check ((unit = 'PASS') = (pass_minutes is not null) and (unit = 'PASS') = (pass_months is not null)),
  constraint passes_hold_something check (pass_minutes between 15 and 600000 and pass_months between 1 and 60),
  constraint one_price_at_a_time exclude using gist
    (hub_id with =, kind with =, actor_class with =, unit with =, daterange(valid_from, valid_to, '[)') with &&)
);
alter table price_item add constraint price_item_hub_id_fkey foreign key (hub_id) references hub (id);
alter table price_item add constraint price_item_vat_class_fkey foreign key (vat_class) references vat_class (code);

-- What a booking costs, as it was when it was made or moved.
create table booking_price (
  hub_id uuid not null,
  booking_id uuid not null,
  price_item_id uuid not null,
  unit "PriceUnit" not null,
  quantity integer not null check (quantity > 0),
  unit_ore integer not null,
  discount_ore integer not null default 0,
  net_ore integer not null,
  vat_class text not null,
  -- Let go too late: this much is owed all the same.
  late_fee_ore integer check (late_fee_ore >= 0),
  cost_centre text not null default '',
  reference text not null default '',
  constraint booking_price_pkey primary key (hub_id, booking_id),
  constraint net_is_price_less_discount check (
    net_ore = (quantity::bigint * unit_ore + 50) / 100 - discount_ore and net_ore >= 0 and discount_ore >= 0)
);
alter table booking_price add constraint booking_price_booking_id_fkey foreign key (hub_id, booking_id) references booking (hub_id, id) on delete cascade;
alter table booking_price add constraint booking_price_price_item_id_fkey foreign key (hub_id, price_item_id) references price_item (hub_id, id);
alter table booking_price add constraint booking_price_vat_class_fkey foreign key (vat_class) references vat_class (code);

-- What an organisation gets every month for a fee.
create table plan (
  hub_id uuid not null,
  id uuid not null,
  name jsonb not null,
  month_ore integer not null check (month_ore >= 0),
  vat_class text not null,
  credit_ore integer not null default 0 check (credit_ore >= 0),
  ended_at timestamptz(3),
  constraint plan_pkey primary key (hub_id, id)
);
alter table plan add constraint plan_hub_id_fkey foreign key (hub_id) references hub (id);
alter table plan add constraint plan_vat_class_fkey foreign key (vat_class) references vat_class (code);

create table plan_time (
  hub_id uuid not null,
  plan_id uuid not null,
  kind "PlaceKind" not null,
  minutes integer not null check (minutes > 0),
  constraint plan_time_pkey primary key (hub_id, plan_id, kind)
);
alter table plan_time add constraint plan_time_plan_id_fkey foreign key (hub_id, plan_id) references plan (hub_id, id);

create table plan_member (
  hub_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  organisation_id uuid not null,
  valid_from date not null,
  valid_to date,
  constraint plan_member_pkey primary key (hub_id, id),
  constraint months_are_whole check (extract(day from valid_from) = 1 and (valid_to is null or extract(day from valid_to) = 1)),
  constraint membership_lasts_a_month check (valid_to > valid_from),
  constraint one_plan_at_a_time exclude using gist
    (hub_id with =, organisation_id with =, daterange(valid_from, valid_to, '[)') with &&)
);
alter table plan_member add constraint plan_member_plan_id_fkey foreign key (hub_id, plan_id) references plan (hub_id, id);
alter table plan_member add constraint plan_member_organisation_id_fkey foreign key (organisation_id) references organisation (id);

create table plan_month (
  hub_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  month date not null check (extract(day from month) = 1),
  ore integer not null,
  constraint plan_month_pkey primary key (hub_id, id),
  constraint plan_month_hub_id_member_id_month_key unique (hub_id, member_id, month)
);
alter table plan_month add constraint plan_month_member_id_fkey foreign key (hub_id, member_id) references plan_member (hub_id, id);

-- Time or money to book for, for one kind of place or (null) any. It ends on `ends_on`, that day not included.
create table credit (
  hub_id uuid not null,
  id uuid not null,
  organisation_id uuid not null,
  measure "CreditMeasure" not null,
  kind "PlaceKind",
  starts_on date not null,
  ends_on date not null,
  plan_month_id uuid,
  -- Of a pass: what it was sold for.
  price_item_id uuid,
  ore integer,
  constraint credit_pkey primary key (hub_id, id),
  constraint credit_comes_from_plan_or_pass check ((plan_month_id is null) <> (price_item_id is null) and (price_item_id is null) = (ore is null)),
  constraint credit_lasts_a_day check (ends_on > starts_on)
);
create index credit_hub_id_organisation_id_ends_on_idx on credit (hub_id, organisation_id, ends_on);
alter table credit add constraint credit_organisation_id_fkey foreign key (organisation_id) references organisation (id);
alter table credit add constraint credit_plan_month_id_fkey foreign key (hub_id, plan_month_id) references plan_month (hub_id, id);
alter table credit add constraint credit_price_item_id_fkey foreign key (hub_id, price_item_id) references price_item (hub_id, id);
create unique index credit_hub_id_plan_month_id_key on credit (hub_id, plan_month_id, measure, kind) nulls not distinct where plan_month_id is not null;

-- Every grant, use and return. What is left is the sum, and nobody writes anything here anew.
create table credit_entry (
  hub_id uuid not null,
  id uuid not null,
  credit_id uuid not null,
  booking_id uuid,
  reason "CreditReason" not null,
  amount integer not null,
  at timestamptz(3) not null default now(),
  constraint credit_entry_pkey primary key (hub_id, id),
  constraint amounts_have_their_sign check ((reason = 'USED') = (amount < 0) and amount <> 0),
  constraint uses_have_their_booking check ((reason = 'GRANTED') = (booking_id is null))
);
create index credit_entry_hub_id_credit_id_idx on credit_entry (hub_id, credit_id);
create index credit_entry_hub_id_booking_id_idx on credit_entry (hub_id, booking_id) where booking_id is not null;
alter table credit_entry add constraint credit_entry_credit_id_fkey foreign key (hub_id, credit_id) references credit (hub_id, id);

create trigger credit_entry_stays before update or delete on credit_entry for each statement execute function refuse_change();

-- Whoever spends waits for whoever spends of the same credit.
create function credit_is_never_negative() returns trigger
language plpgsql security definer set search_path = public as $$
begin
  perform from credit where hub_id = new.hub_id and id = new.credit_id for update;
  if (select coalesce(sum(amount), 0) + new.amount from credit_entry
      where hub_id = new.hub_id and credit_id = new.credit_id) < 0 then
    raise exception 'violates constraint "credit_is_never_negative"' using errcode = '23514', constraint = 'credit_is_never_negative';
  end if;
  return new;
end $$;
create trigger credit_is_never_negative before insert on credit_entry for each row execute function credit_is_never_negative();

-- Opens a month of an organisation's plan: once, whoever asks first.
create function open_plan_month(organisation uuid, day date) returns void
language plpgsql security definer set search_path = public as $$
declare opened plan_month; member plan_member; first date := date_trunc('month', day); next date := first + interval '1 month';
begin
  select * into member from plan_member m where m.hub_id = acting_hub() and m.organisation_id = organisation
    and daterange(m.valid_from, m.valid_to, '[)') @> first;
  if not found then return; end if;
  insert into plan_month (hub_id, id, member_id, month, ore)
    select member.hub_id, gen_random_uuid(), member.id, first, p.month_ore from plan p
    where p.hub_id = member.hub_id and p.id = member.plan_id
    on conflict on constraint plan_month_hub_id_member_id_month_key do nothing returning * into opened;
  if opened.id is null then return; end if;
  with granted as (
    insert into credit (hub_id, id, organisation_id, measure, kind, starts_on, ends_on, plan_month_id)
      select member.hub_id, gen_random_uuid(), organisation, what.measure, what.kind, first, next, opened.id
      from (select 'MINUTES'::"CreditMeasure" as measure, t.kind from plan_time t where t.hub_id = member.hub_id and t.plan_id = member.plan_id
        union all select 'ORE'::"CreditMeasure", null from plan p where p.hub_id = member.hub_id and p.id = member.plan_id and p.credit_ore > 0) as what
      returning *)
  insert into credit_entry (hub_id, id, credit_id, reason, amount)
    select g.hub_id, gen_random_uuid(), g.id, 'GRANTED', coalesce(
      (select t.minutes from plan_time t where g.measure = 'MINUTES' and t.hub_id = g.hub_id and t.plan_id = member.plan_id and t.kind = g.kind),
      (select p.credit_ore from plan p where p.hub_id = g.hub_id and p.id = member.plan_id))
    from granted g;
end $$;

-- Takes up to `wanted` for a booking from what its organisation has, soonest to end first.
create function spend_credit(booking uuid, of_measure "CreditMeasure", of_kind "PlaceKind", day date, wanted integer) returns integer
language plpgsql security definer set search_path = public as $$
declare payer uuid; one record; left_over integer := wanted; take integer;
begin
  select b.organisation_id into payer from booking b where b.hub_id = acting_hub() and b.id = booking
    and (b.organisation_id = acting_organisation() or acts_as('HOST') or acts_as('HUB_ADMIN'));
  if payer is null then return 0; end if;
  for one in select c.id from credit c where c.hub_id = acting_hub() and c.organisation_id = payer
      and c.measure = of_measure and (c.kind is null or c.kind = of_kind) and c.starts_on <= day and day < c.ends_on
      order by c.ends_on, c.id for update loop
    exit when left_over = 0;
    select least(left_over, coalesce(sum(e.amount), 0))::integer into take from credit_entry e
      where e.hub_id = acting_hub() and e.credit_id = one.id;
    continue when take <= 0;
    insert into credit_entry (hub_id, id, credit_id, booking_id, reason, amount)
      values (acting_hub(), gen_random_uuid(), one.id, booking, 'USED', -take);
    left_over := left_over - take;
  end loop;
  return wanted - left_over;
end $$;

-- Gives back what a booking has taken; twice gives back nothing more.
create function return_credit(booking uuid) returns void
language plpgsql security definer set search_path = public as $$
begin
  perform from booking b where b.hub_id = acting_hub() and b.id = booking
    and (b.organisation_id = acting_organisation() or acts_as('HOST') or acts_as('HUB_ADMIN')) for update;
  if not found then return; end if;
  insert into credit_entry (hub_id, id, credit_id, booking_id, reason, amount)
    select e.hub_id, gen_random_uuid(), e.credit_id, booking, 'RETURNED', -sum(e.amount) from credit_entry e
    where e.hub_id = acting_hub() and e.booking_id = booking group by e.hub_id, e.credit_id having sum(e.amount) < 0;
end $$;

-- Sells an organisation a pass by its price of that day.
create function sell_pass(organisation uuid, item uuid, day date) returns uuid
language plpgsql security definer set search_path = public as $$
declare sold uuid := gen_random_uuid(); price price_item;
begin
  select * into price from price_item p where p.hub_id = acting_hub() and p.id = item and p.unit = 'PASS'
    and p.actor_class = actor_class(p.hub_id, organisation)
    and daterange(p.valid_from, p.valid_to, '[)') @> day and acts_as('HUB_ADMIN');
  if not found then return null; end if;
  insert into credit (hub_id, id, organisation_id, measure, kind, starts_on, ends_on, price_item_id, ore)
    values (price.hub_id, sold, organisation, 'MINUTES', price.kind, day, day + price.pass_months * interval '1 month', price.id, price.ore);
  insert into credit_entry (hub_id, id, credit_id, reason, amount) values (price.hub_id, gen_random_uuid(), sold, 'GRANTED', price.pass_minutes);
  return sold;
end $$;

-- What an invoice must say of a hub, and of those it invoices.
create table billing_setting (
  hub_id uuid not null primary key,
  -- Of whoever invoices, where that is not whoever runs the hub.
  number text not null default '',
  street text not null default '',
  postal_code text not null default '',
  town text not null default '',
  vat_number text not null default '',
  account text not null default '',
  payment_days integer not null default 30 check (payment_days between 0 and 120)
);
alter table billing_setting add constraint billing_setting_hub_id_fkey foreign key (hub_id) references hub (id);

create table billing_party (
  hub_id uuid not null,
  organisation_id uuid not null,
  buyer_reference text not null default '',
  order_reference text not null default '',
  cost_centre text not null default '',
  -- Where its invoices go in Peppol, when not to its organisation number.
  endpoint text not null default '',
  constraint billing_party_pkey primary key (hub_id, organisation_id)
);
alter table billing_party add constraint billing_party_hub_id_fkey foreign key (hub_id) references hub (id);
alter table billing_party add constraint billing_party_organisation_id_fkey foreign key (organisation_id) references organisation (id);

create table invoice_basis (
  hub_id uuid not null,
  id uuid not null,
  organisation_id uuid not null,
  month date not null check (extract(day from month) = 1),
  status "BasisStatus" not null default 'DRAFT',
  -- Given when it is locked, in one run of numbers for the hub.
  number integer,
  locked_on date,
  -- Buyer and seller as they were then.
  parties jsonb,
  constraint invoice_basis_pkey primary key (hub_id, id),
  constraint invoice_basis_hub_id_month_organisation_id_key unique (hub_id, month, organisation_id),
  constraint invoice_basis_hub_id_number_key unique (hub_id, number),
  constraint locked_has_its_number check (
    (status = 'DRAFT') = (number is null) and (number is null) = (locked_on is null) and (number is null) = (parties is null))
);
create index invoice_basis_hub_id_organisation_id_month_idx on invoice_basis (hub_id, organisation_id, month);
alter table invoice_basis add constraint invoice_basis_organisation_id_fkey foreign key (organisation_id) references organisation (id);

create table invoice_line (
  hub_id uuid not null,
  id uuid not null,
  basis_id uuid not null,
  source "LineSource" not null,
  source_id uuid not null,
  -- Which month of a lease, counted from year 0; 0 for what is charged once.
  part integer not null default 0,
  -- How often the source had been charged before; a credit has the one of the line it takes back.
  version integer not null,
  credits_id uuid,
  starts_on date not null,
  ends_on date not null,
  what jsonb not null,
  unit "PriceUnit" not null,
  quantity integer not null,
  unit_ore integer not null,
  discount_ore integer not null,
  net_ore integer not null,
  vat_category "VatCategory" not null,
  vat_percent integer not null,
  vat_reason text not null,
  cost_centre text not null default '',
  reference text not null default '',
  constraint invoice_line_pkey primary key (hub_id, id),
  constraint credits_are_negative check ((credits_id is null) = (quantity > 0)),
  constraint line_is_its_sum check (
    net_ore = sign(quantity) * ((abs(quantity)::bigint * unit_ore + 50) / 100) - discount_ore),
  constraint invoice_line_hub_id_credits_id_key unique (hub_id, credits_id)
);
create unique index invoice_line_hub_id_source_source_id_part_version_key on invoice_line (hub_id, source, source_id, part, version)
  where credits_id is null;
create index invoice_line_hub_id_basis_id_idx on invoice_line (hub_id, basis_id);
create index invoice_line_hub_id_starts_on_idx on invoice_line (hub_id, starts_on);
alter table invoice_line add constraint invoice_line_basis_id_fkey foreign key (hub_id, basis_id) references invoice_basis (hub_id, id);
alter table invoice_line add constraint invoice_line_credits_id_fkey foreign key (hub_id, credits_id) references invoice_line (hub_id, id);

-- What is locked stays: whoever writes a line holds its basis as a draft to the end of the transaction.
create function lines_only_of_drafts() returns trigger
language plpgsql security definer set search_path = public as $$
declare line invoice_line := case when tg_op = 'DELETE' then old else new end;
begin
  perform from invoice_basis b where b.hub_id = line.hub_id and b.id = line.basis_id and b.status = 'DRAFT' for share;
  if not found or tg_op = 'UPDATE' then
    raise exception 'violates constraint "locked_lines_stay"' using errcode = '23514', constraint = 'locked_lines_stay';
  end if;
  return line;
end $$;
create trigger locked_lines_stay before insert or update or delete on invoice_line for each row execute function lines_only_of_drafts();

create function basis_goes_forward() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and old.status = 'DRAFT' then return old; end if;
  if tg_op = 'UPDATE' and (old.status = 'DRAFT' and new.status in ('DRAFT', 'LOCKED') or old.status in ('LOCKED', 'EXPORTED') and new.status = 'EXPORTED'
      and (new.number, new.locked_on, new.parties) = (old.number, old.locked_on, old.parties))
    and (new.hub_id, new.id, new.organisation_id, new.month) = (old.hub_id, old.id, old.organisation_id, old.month) then
    return new;
  end if;
  raise exception 'violates constraint "locked_basis_stays"' using errcode = '23514', constraint = 'locked_basis_stays';
end $$;
create trigger locked_basis_stays before update or delete on invoice_basis for each row execute function basis_goes_forward();

call build_wall('vat_class', 'true');
call build_wall('price_item', $$ hub_id = acting_hub() $$, $$ hub_id = acting_hub() and acts_as('HUB_ADMIN') $$,
  $$ hub_id = acting_hub() and acts_as('HUB_ADMIN') $$,
  $$ hub_id = acting_hub() and acts_as('HUB_ADMIN') and valid_from >= current_date $$);
-- A price that has held is history: only its end can be said.
revoke update on price_item from navet_app;
grant update (valid_to) on price_item to navet_app;
call build_wall('booking_price',
  $$ hub_id = acting_hub() and exists (select from booking b where b.hub_id = booking_price.hub_id and b.id = booking_price.booking_id) $$,
  $$ hub_id = acting_hub() and exists (select from booking b where b.hub_id = booking_price.hub_id and b.id = booking_price.booking_id
     and (b.organisation_id = acting_organisation() or acts_as('HOST') or acts_as('HUB_ADMIN'))) $$,
  $$ hub_id = acting_hub() and exists (select from booking b where b.hub_id = booking_price.hub_id and b.id = booking_price.booking_id
     and (b.organisation_id = acting_organisation() or acts_as('HOST') or acts_as('HUB_ADMIN'))) $$,
  $$ hub_id = acting_hub() and exists (select from booking b where b.hub_id = booking_price.hub_id and b.id = booking_price.booking_id
     and (b.organisation_id = acting_organisation() or acts_as('HOST') or acts_as('HUB_ADMIN'))) $$);
call build_wall('plan', $$ hub_id = acting_hub() $$, $$ hub_id = acting_hub() and acts_as('HUB_ADMIN') $$,
  $$ hub_id = acting_hub() and acts_as('HUB_ADMIN') $$);
call build_wall('plan_time', $$ hub_id = acting_hub() $$, $$ hub_id = acting_hub() and acts_as('HUB_ADMIN') $$);
call build_wall('plan_member',
  $$ hub_id = acting_hub() and (organisation_id = acting_organisation() or acts_as('HUB_ADMIN')) $$,
  $$ hub_id = acting_hub() and acts_as('HUB_ADMIN') $$, $$ hub_id = acting_hub() and acts_as('HUB_ADMIN') $$);
call build_wall('plan_month',
  $$ hub_id = acting_hub() and exists (select from plan_member m where m.hub_id = plan_month.hub_id and m.id = plan_month.member_id) $$);
call build_wall('credit', $$ hub_id = acting_hub() and (organisation_id = acting_organisation() or acts_as('HUB_ADMIN')) $$);
call build_wall('credit_entry',
  $$ hub_id = acting_hub() and exists (select from credit c where c.hub_id = credit_entry.hub_id and c.id = credit_entry.credit_id) $$);
revoke update, delete on credit_entry from navet_system;
call build_wall('billing_setting', $$ hub_id = acting_hub() $$, $$ hub_id = acting_hub() and acts_as('HUB_ADMIN') $$,
  $$ hub_id = acting_hub() and acts_as('HUB_ADMIN') $$);
call build_wall('billing_party', $$ hub_id = acting_hub() and (organisation_id = acting_organisation() or acts_as('HUB_ADMIN')) $$,
  $$ hub_id = acting_hub() and (organisation_id = acting_organisation() or acts_as('HUB_ADMIN')) $$,
  $$ hub_id = acting_hub() and (organisation_id = acting_organisation() or acts_as('HUB_ADMIN')) $$);
call build_wall('invoice_basis', $$ hub_id = acting_hub() and (organisation_id = acting_organisation() or acts_as('HUB_ADMIN')) $$,
  $$ hub_id = acting_hub() and acts_as('HUB_ADMIN') $$, $$ hub_id = acting_hub() and acts_as('HUB_ADMIN') $$,
  $$ hub_id = acting_hub() and acts_as('HUB_ADMIN') $$);
call build_wall('invoice_line',
  $$ hub_id = acting_hub() and exists (select from invoice_basis b where b.hub_id = invoice_line.hub_id and b.id = invoice_line.basis_id) $$,
  $$ hub_id = acting_hub() and acts_as('HUB_ADMIN') $$, null, $$ hub_id = acting_hub() and acts_as('HUB_ADMIN') $$);

alter function credit_is_never_negative() owner to navet_system;
alter function open_plan_month(uuid, date) owner to navet_system;
alter function spend_credit(uuid, "CreditMeasure", "PlaceKind", date, integer) owner to navet_system;
alter function return_credit(uuid) owner to navet_system;
alter function sell_pass(uuid, uuid, date) owner to navet_system;
alter function lines_only_of_drafts() owner to navet_system;
revoke execute on function open_plan_month(uuid, date), spend_credit(uuid, "CreditMeasure", "PlaceKind", date, integer),
  return_credit(uuid), sell_pass(uuid, uuid, date) from public;
grant execute on function open_plan_month(uuid, date), spend_credit(uuid, "CreditMeasure", "PlaceKind", date, integer),
  return_credit(uuid), sell_pass(uuid, uuid, date) to navet_app, navet_system;
