-- What was heard, as the corrections of the people who were heard have changed it. Words that somebody replied to stay; the next version stands beside them and says
-- which corrections it takes up.
create table hearing_summary (
    initiative_id uuid not null references hearing_check,
    version       integer not null check (version >= 1),
    -- By language.
    words         jsonb not null,
    written_on    date not null,
    primary key (initiative_id, version)
);
insert into hearing_summary (initiative_id, version, words, written_on)
    select initiative_id, 1, summary, coalesce(opened_on, current_date) from hearing_check;
alter table hearing_check drop column summary;

alter table hearing_reply
    -- The version that was replied to.
    add column summary_version integer not null default 1,
    -- The version that a correction has changed. A correction is accepted first, and has changed something only then.
    add column changed_in      integer;
alter table hearing_reply
    alter column summary_version drop default,
    add foreign key (initiative_id, summary_version) references hearing_summary,
    add foreign key (initiative_id, changed_in) references hearing_summary,
    drop constraint hearing_reply_decision_check,
    add constraint hearing_reply_decision_check check (decision in ('accepted', 'answered', 'not_accepted')),
    -- A yes with words is a remark and corrects nothing.
    add constraint hearing_reply_changed check (changed_in is null or (decision = 'accepted' and verdict <> 'yes' and changed_in > summary_version));

-- Goals say who leads them, who was asked, what people offered for them, and whether they ease a need now or change its cause. Empty means: by the organisation alone.
alter table goal
    add column led_by       text not null default '',
    add column decided_with text not null default '',
    add column uses         text not null default '',
    add column effect       text check (effect in ('eases', 'changes', 'both'));

-- What the organisation learned, beside what it had expected.
alter table report add column learned text not null default '';
