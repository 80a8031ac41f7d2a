-- What a response to an event answers, in the words of those it happened to, and what stays when it is over. The words are printed only where they agreed to them.
alter table initiative
    add column happened        text    not null default '',
    add column happened_agreed boolean not null default false,
    add column stays           text    not null default '';

-- The day by which people have an answer about needs of which nothing is decided yet.
alter table report add column answers_by date;
