-- Whoever meets every week hears before it is over, once.
alter table booking_series add column end_told_at timestamptz(3);
