-- Stage 1, Listen: initiatives, communities, surveys and their immutable versions.

create table initiative (
    initiative_id     uuid primary key,
    organisation_id   uuid not null references organisation,
    slug              text not null,
    title             text not null,
    purpose           text not null default '',
    stance            text not null check (stance in ('solidarity', 'allyship')),
    community         text not null default '',
    place             text not null default '',
    community_size    integer check (community_size > 0),
    -- Evidence for the goals' gate: this many responses, or the survey closed.
    minimum_responses integer not null default 30 check (minimum_responses > 0),
    starts_on         date,
    ends_on           date,
    -- Solidarity: where people with an urgent need are sent, shown while answering.
    urgent_referral   text not null default '',
    is_demo           boolean not null default false,
    created_at        timestamptz not null default now(),
    constraint initiative_slug_key unique (organisation_id, slug)
);

-- Known shares of the population, by group question and answer; shares of one question sum to 1.
create table population_margin (
    initiative_id uuid not null references initiative,
    group_role    text not null,
    category      text not null,
    share         double precision not null check (share >= 0 and share <= 1),
    source        text not null default '',
    position      integer not null,
    primary key (initiative_id, group_role, category)
);

create table survey (
    survey_id       uuid primary key,
    initiative_id   uuid not null references initiative,
    organisation_id uuid not null references organisation,
    slug            text not null constraint survey_slug_key unique,
    title           text not null,
    state           text not null default 'draft' check (state in ('draft', 'open', 'closed')),
    draft           jsonb not null,
    -- Rises with every change of the draft: the ETag.
    draft_revision  integer not null default 1,
    template        text,
    -- How people were reached; decides whether intervals may be shown (methods.md 2).
    sample_design   text not null default 'opt_in' check (sample_design in ('opt_in', 'probability_sample', 'census')),
    opened_on       date,
    closed_on       date,
    created_at      timestamptz not null default now()
);
create index survey_initiative on survey (initiative_id);

create table survey_version (
    survey_id    uuid not null references survey,
    version      integer not null,
    definition   jsonb not null,
    published_at timestamptz not null default now(),
    primary key (survey_id, version)
);
