-- A booking goes only the ways that lib/workspace/moves.ts names, and what awaits the house's answer is
-- answered by the house, whatever a page lets through.
create function bookings_move_as_told() returns trigger language plpgsql set search_path = public as $$
begin
  if (old.status::text, new.status::text) not in (
    ('HELD', 'CONFIRMED'), ('HELD', 'PENDING'), ('HELD', 'CANCELLED'), ('HELD', 'EXPIRED'),
    ('PENDING', 'CONFIRMED'), ('PENDING', 'DECLINED'), ('PENDING', 'CANCELLED'),
    ('CANCELLED', 'CONFIRMED'), ('CANCELLED', 'PENDING'),
    ('CONFIRMED', 'CANCELLED'), ('CONFIRMED', 'PENDING'), ('CONFIRMED', 'CHECKED_IN'), ('CONFIRMED', 'NO_SHOW')) then
    raise exception 'A booking does not go from % to %.', old.status, new.status
      using errcode = 'check_violation', constraint = 'bookings_move_as_told';
  end if;
  if old.status = 'PENDING' and new.status in ('CONFIRMED', 'DECLINED')
     and current_user = 'navet_app' and not (acts_as('HOST') or acts_as('HUB_ADMIN')) then
    raise exception 'The house answers.' using errcode = 'check_violation', constraint = 'the_house_answers';
  end if;
  return new;
end $$;
create trigger bookings_move_as_told before update of status on booking
  for each row when (old.status is distinct from new.status) execute function bookings_move_as_told();
