-- Whoever looks at the demo of an instance that nobody owns yet is a guest: an account for their sessions, with neither address nor password, and nobody's.
-- It was told apart by a text in place of its address.

alter table account add column is_guest boolean not null default false;
update account set is_guest = true, email = account_id::text where email = 'demo visitor';
create unique index account_guest on account (is_guest) where is_guest;
