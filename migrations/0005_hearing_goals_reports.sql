-- Stages 3 to 5: hearing check, goals, report.

create table hearing_check (
    initiative_id uuid primary key references initiative,
    slug          text not null constraint hearing_check_slug_key unique,
    -- What is shown back to the community, by language.
    summary       jsonb not null,
    state         text not null default 'draft' check (state in ('draft', 'open', 'closed')),
    opened_on     date,
    closed_on     date
);

create table hearing_reply (
    initiative_id   uuid not null references hearing_check,
    reply_id        uuid not null,
    verdict         text not null check (verdict in ('yes', 'partly', 'no')),
    -- What is missing or wrong, in their words.
    correction      text not null default '',
    -- What the organisation did with the correction.
    decision        text check (decision in ('accepted', 'not_accepted')),
    decision_reason text not null default '',
    language        text not null,
    received_on     date not null,
    submission_hash bytea not null,
    primary key (initiative_id, reply_id),
    constraint hearing_reply_submission_key unique (initiative_id, submission_hash)
);

create table goal (
    initiative_id uuid not null references initiative,
    goal_id       uuid not null,
    title         text not null,
    description   text not null default '',
    state         text not null default 'draft' check (state in ('draft', 'adopted', 'done', 'dropped')),
    -- Share of the initiative's effort, any unit; shares are worked out.
    effort        double precision not null default 1 check (effort >= 0),
    due_on        date,
    adopted_at    timestamptz,
    position      integer not null,
    primary key (initiative_id, goal_id)
);

create table goal_need_link (
    initiative_id uuid not null,
    goal_id       uuid not null,
    need          text not null,
    strength      integer not null check (strength in (0, 1, 3, 9)),
    reason        text not null default '',
    primary key (initiative_id, goal_id, need),
    foreign key (initiative_id, goal_id) references goal,
    foreign key (initiative_id, need) references need (initiative_id, name)
);

create table goal_pillar_link (
    initiative_id uuid not null,
    goal_id       uuid not null,
    pillar_id     uuid not null,
    strength      integer not null check (strength in (0, 1, 3, 9)),
    reason        text not null default '',
    primary key (initiative_id, goal_id, pillar_id),
    foreign key (initiative_id, goal_id) references goal
);

-- What the organisation decided about a need.
create table disposition (
    initiative_id uuid not null,
    need          text not null,
    kind          text not null check (kind in ('act', 'partner', 'refer', 'advocate', 'not_now', 'decline')),
    reason        text not null,
    decided_at    timestamptz not null default now(),
    primary key (initiative_id, need),
    foreign key (initiative_id, need) references need (initiative_id, name)
);

-- A gate passed with a written reason; printed in the public report.
create table gate_override (
    initiative_id uuid not null references initiative,
    override_id   uuid not null,
    gate          text not null,
    target        text not null default '',
    reason        text not null,
    by_name       text not null,
    at            timestamptz not null default now(),
    primary key (initiative_id, override_id)
);

-- Delivery, shown apart from promises.
create table goal_update (
    initiative_id uuid not null,
    goal_id       uuid not null,
    update_id     uuid not null,
    happened_on   date not null,
    words         text not null,
    primary key (initiative_id, update_id),
    foreign key (initiative_id, goal_id) references goal
);

create table report (
    initiative_id  uuid primary key references initiative,
    slug           text not null constraint report_slug_key unique,
    -- AAPOR's disclosure items that only people can fill (who paid, recruitment, limitations…).
    disclosure     jsonb not null default '{}',
    title          text not null default '',
    lead           text not null default ''
);

create table report_version (
    initiative_id uuid not null references report,
    version       integer not null,
    content       jsonb not null,
    published_at  timestamptz not null default now(),
    published_by  text not null,
    primary key (initiative_id, version)
);
