-- Stage 2, Needs: the initiative's needs (also the coders' codebook), readings of open answers, predictions.

create table need (
    initiative_id uuid not null references initiative,
    name          text not null,
    label         jsonb not null,
    definition    text not null default '',
    include       text not null default '',
    exclude       text not null default '',
    example       text not null default '',
    position      integer not null,
    -- Where it came from: a catalogue, the survey's own questions, or the stories people told.
    origin        text not null check (origin in ('catalogue', 'survey', 'stories')),
    merged_into   text,
    version       integer not null default 1,
    primary key (initiative_id, name),
    foreign key (initiative_id, merged_into) references need (initiative_id, name)
);

-- A span of an open answer that a coder gave to a need. field is the question's name (or name.other).
create table coding (
    survey_id   uuid not null,
    response_id uuid not null,
    coding_id   uuid not null,
    field       text not null,
    span_start  integer not null check (span_start >= 0),
    span_length integer not null check (span_length > 0),
    need        text not null,
    coder_id    uuid not null,
    coded_on    date not null default current_date,
    primary key (survey_id, coding_id),
    constraint coding_once unique (survey_id, response_id, field, span_start, span_length, need, coder_id),
    foreign key (survey_id, response_id) references response
);
create index coding_response on coding (survey_id, response_id);

-- An open answer that a coder has read to the end, with or without codings.
create table reading (
    survey_id   uuid not null,
    response_id uuid not null,
    field       text not null,
    coder_id    uuid not null,
    read_on     date not null default current_date,
    primary key (survey_id, response_id, field, coder_id),
    foreign key (survey_id, response_id) references response
);

-- Staff's guess of the top needs, locked before the first response.
create table prediction (
    initiative_id uuid primary key references initiative,
    ranking       text[] not null,
    locked_by     text not null,
    locked_at     timestamptz not null default now()
);

-- A coded excerpt that somebody chose to print and checked for giving its writer away; only from people who ticked "you may quote me".
create table quote (
    survey_id  uuid not null,
    coding_id  uuid not null,
    checked_by text not null,
    primary key (survey_id, coding_id),
    foreign key (survey_id, coding_id) references coding
);
