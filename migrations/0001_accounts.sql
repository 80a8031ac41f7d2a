-- Who may manage what. Nothing here is about respondents.

create table organisation (
    organisation_id uuid primary key,
    slug            text not null constraint organisation_slug_key unique,
    name            text not null,
    kind            text not null check (kind in ('organisation', 'individual')),
    mission         text not null default '',
    is_demo         boolean not null default false,
    created_at      timestamptz not null default now()
);

-- Pillars of a mission, or a person's values.
create table pillar (
    organisation_id uuid not null references organisation,
    pillar_id       uuid not null,
    position        integer not null,
    name            text not null,
    description     text not null default '',
    primary key (organisation_id, pillar_id)
);

create table account (
    account_id     uuid primary key,
    email          text not null,
    name           text not null,
    password_hash  text not null,
    created_at     timestamptz not null default now(),
    deactivated_at timestamptz
);
create unique index account_email_key on account (lower(email));

create table membership (
    organisation_id uuid not null references organisation,
    account_id      uuid not null references account,
    role            text not null check (role in ('Owner', 'Organiser', 'Analyst', 'Coder', 'Translator', 'Viewer')),
    joined_at       timestamptz not null default now(),
    primary key (organisation_id, account_id)
);
create index membership_account on membership (account_id);

-- One row a signed-in browser; only the hash of what the cookie carries.
create table session (
    session_hash bytea primary key,
    account_id   uuid not null references account,
    created_at   timestamptz not null default now(),
    seen_at      timestamptz not null default now(),
    expires_at   timestamptz not null
);
create index session_account on session (account_id);

-- Links that are good for one purpose, once: the owner's set-up, joining an organisation, a new password.
create table one_time_link (
    token_hash      bytea primary key,
    -- To name a link in a list without knowing it.
    link_id         uuid not null constraint one_time_link_id_key unique,
    purpose         text not null check (purpose in ('setup', 'join', 'password')),
    organisation_id uuid references organisation,
    account_id      uuid references account,
    email           text,
    role            text check (role in ('Owner', 'Organiser', 'Analyst', 'Coder', 'Translator', 'Viewer')),
    created_by      text not null,
    created_at      timestamptz not null default now(),
    expires_at      timestamptz not null,
    used_at         timestamptz
);
create index one_time_link_organisation on one_time_link (organisation_id);
create index one_time_link_account on one_time_link (account_id);

create table api_key (
    organisation_id uuid not null references organisation,
    api_key_id      uuid not null,
    name            text not null,
    role            text not null check (role in ('Owner', 'Organiser', 'Analyst', 'Coder', 'Translator', 'Viewer')),
    key_hash        bytea not null constraint api_key_hash_key unique,
    -- The first characters, to tell keys apart in a list.
    prefix          text not null,
    created_by      text not null,
    created_at      timestamptz not null default now(),
    revoked_at      timestamptz,
    primary key (organisation_id, api_key_id)
);

create table audit_entry (
    audit_entry_id  bigint generated always as identity primary key,
    at              timestamptz not null default now(),
    organisation_id uuid,
    actor_kind      text not null,
    actor_id        uuid,
    actor_name      text not null,
    action          text not null,
    target          text not null default '',
    detail          jsonb not null default '{}'
);
create index audit_entry_organisation on audit_entry (organisation_id, audit_entry_id desc);

create table data_protection_key (
    name text primary key,
    xml  text not null
);
