-- Two more roles of a hub's staff: who looks after its money, and who reads what was done. Neither is its
-- administrator. Their names are used by policies as words, so that adding them and using them is one step.
alter type "HubRoleName" add value 'FINANCE';
alter type "HubRoleName" add value 'AUDITOR';

create function keeps_the_books() returns boolean language sql stable as
  $$ select acts_as('HUB_ADMIN') or acts_as('FINANCE') $$;
create function reads_the_log() returns boolean language sql stable as
  $$ select acts_as('HUB_ADMIN') or acts_as('AUDITOR') $$;
grant execute on function keeps_the_books(), reads_the_log() to navet_app, navet_system;

-- Money: prices, plans, passes, what organisations are invoiced; and what it comes from, to read.
create policy app_insert_books on price_item for insert to navet_app with check (hub_id = acting_hub() and acts_as('FINANCE'));
create policy app_update_books on price_item for update to navet_app
  using (hub_id = acting_hub() and acts_as('FINANCE')) with check (hub_id = acting_hub() and acts_as('FINANCE'));
create policy app_delete_books on price_item for delete to navet_app
  using (hub_id = acting_hub() and acts_as('FINANCE') and valid_from >= current_date);
create policy app_insert_books on plan for insert to navet_app with check (hub_id = acting_hub() and acts_as('FINANCE'));
create policy app_update_books on plan for update to navet_app
  using (hub_id = acting_hub() and acts_as('FINANCE')) with check (hub_id = acting_hub() and acts_as('FINANCE'));
create policy app_insert_books on plan_time for insert to navet_app with check (hub_id = acting_hub() and acts_as('FINANCE'));
create policy app_select_books on plan_member for select to navet_app using (hub_id = acting_hub() and acts_as('FINANCE'));
create policy app_insert_books on plan_member for insert to navet_app with check (hub_id = acting_hub() and acts_as('FINANCE'));
create policy app_update_books on plan_member for update to navet_app
  using (hub_id = acting_hub() and acts_as('FINANCE')) with check (hub_id = acting_hub() and acts_as('FINANCE'));
create policy app_select_books on credit for select to navet_app using (hub_id = acting_hub() and acts_as('FINANCE'));
create policy app_insert_books on billing_setting for insert to navet_app with check (hub_id = acting_hub() and acts_as('FINANCE'));
create policy app_update_books on billing_setting for update to navet_app
  using (hub_id = acting_hub() and acts_as('FINANCE')) with check (hub_id = acting_hub() and acts_as('FINANCE'));
create policy app_select_books on billing_party for select to navet_app using (hub_id = acting_hub() and acts_as('FINANCE'));
create policy app_insert_books on billing_party for insert to navet_app with check (hub_id = acting_hub() and acts_as('FINANCE'));
create policy app_update_books on billing_party for update to navet_app
  using (hub_id = acting_hub() and acts_as('FINANCE')) with check (hub_id = acting_hub() and acts_as('FINANCE'));
create policy app_select_books on invoice_basis for select to navet_app using (hub_id = acting_hub() and acts_as('FINANCE'));
create policy app_insert_books on invoice_basis for insert to navet_app with check (hub_id = acting_hub() and acts_as('FINANCE'));
create policy app_update_books on invoice_basis for update to navet_app
  using (hub_id = acting_hub() and acts_as('FINANCE')) with check (hub_id = acting_hub() and acts_as('FINANCE'));
create policy app_delete_books on invoice_basis for delete to navet_app using (hub_id = acting_hub() and acts_as('FINANCE'));
create policy app_insert_books on invoice_line for insert to navet_app with check (hub_id = acting_hub() and acts_as('FINANCE'));
create policy app_delete_books on invoice_line for delete to navet_app using (hub_id = acting_hub() and acts_as('FINANCE'));
create policy app_select_books on booking for select to navet_app using (hub_id = acting_hub() and (select acts_as('FINANCE')));
create policy app_select_books on lease for select to navet_app using (hub_id = acting_hub() and acts_as('FINANCE'));

-- The log is read by its administrators and by whoever audits them.
create policy app_select_audit on audit_event for select to navet_app using (hub_id = acting_hub() and acts_as('AUDITOR'));

do $$
declare name text;
begin
  foreach name in array array['sell_pass(uuid,uuid,date)', 'open_plan_month(uuid,date)'] loop
    execute replace(pg_get_functiondef(name::regprocedure), $x$acts_as('HUB_ADMIN')$x$, 'keeps_the_books()');
  end loop;
  foreach name in array array['log_names(uuid[])', 'log_actors()'] loop
    execute replace(pg_get_functiondef(name::regprocedure), 'administers_hub()', 'reads_the_log()');
  end loop;
end $$;
