-- Each change of a draft with what undoes it, so that undoing outlives a reload and works for several people at once. The newest
-- of each survey are kept (StoredDraft).
create table draft_change (
    survey_id  uuid        not null references survey on delete cascade,
    -- The draft's revision after the change.
    revision   integer     not null,
    made_at    timestamptz not null default now(),
    actor_kind text        not null,
    actor_id   uuid,
    actor_name text        not null,
    edits      jsonb       not null,
    undo       jsonb       not null,
    -- The revision of the change that this one took back.
    undoes     integer,
    primary key (survey_id, revision)
);
