-- The clock of an initiative: an IANA name. today() in its surveys, the day on which an answer came in and the days on its pages follow
-- it. What was stored before stays as it is: days of UTC.
alter table initiative add column time_zone text not null default 'UTC' check (time_zone <> '' and length(time_zone) <= 64);
