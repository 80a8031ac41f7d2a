-- The second hearing: "is this what you would want from us?", asked about each adopted goal. Like a reply to the first, one tells nothing about who gave it.
create table goal_hearing (
    initiative_id uuid primary key references initiative,
    slug          text not null constraint goal_hearing_slug_key unique,
    state         text not null check (state in ('open', 'closed')),
    opened_on     date not null,
    closed_on     date
);

create table goal_reply (
    initiative_id   uuid not null references goal_hearing,
    goal_id         uuid not null,
    reply_id        uuid not null,
    verdict         text not null check (verdict in ('yes', 'change', 'do_not')),
    -- What should be otherwise, in their words; read by the organisation and printed nowhere.
    words           text not null default '',
    language        text not null,
    received_on     date not null,
    submission_hash bytea not null,
    record_key      bigint not null
        default ('x' || left(gen_random_uuid()::text, 8) || right(gen_random_uuid()::text, 8))::bit(64)::bigint,
    drawn           boolean not null default false,
    primary key (initiative_id, goal_id, reply_id),
    foreign key (initiative_id, goal_id) references goal,
    constraint goal_reply_submission_key unique (initiative_id, goal_id, submission_hash)
);
