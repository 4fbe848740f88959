-- The words of a claim are written in one language; who reads in another hears and sees which (WCAG 3.1.2).
alter table demo_claim add column language text not null default ''
  constraint a_language_of_the_portal check (language in ('', 'sv', 'nb', 'en'));

-- What is only declared names nobody who checked it.
set local role navet_system;
update demo_claim set checked_by = '', checked_on = null, expires_on = null where level = 'DECLARED';
reset role;
