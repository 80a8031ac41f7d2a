-- Safe counts (src/docs/decisions/0027-safe-counts.md). The record key decides the noise of every count that a response is in. It is random, given once, and
-- leaves in no export and on no page: whoever knows the keys can take the noise away. Stored responses get theirs here.
-- The first and the last eight digits of a random uuid are random bits.
alter table response
    add column record_key bigint not null
        default ('x' || left(gen_random_uuid()::text, 8) || right(gen_random_uuid()::text, 8))::bit(64)::bigint,
    -- In the figures that people without sight of responses may see. Set for many at once by a drawing, so that no single answer is seen arriving.
    add column drawn boolean not null default false;

alter table hearing_reply
    add column record_key bigint not null
        default ('x' || left(gen_random_uuid()::text, 8) || right(gen_random_uuid()::text, 8))::bit(64)::bigint,
    add column drawn boolean not null default false;

create or replace view counted_response as
select survey_id, response_id, version, language, received_on, answers, may_quote, record_key, drawn
from response
where not is_test and withdrawn_on is null;

-- The last drawing of a survey: how many times one was made, of how many responses, and response_change at that moment.
create table survey_drawing (
    survey_id uuid primary key references survey,
    number    integer not null,
    responses integer not null,
    changes   bigint not null
);

-- Figures as they were drawn. They stay as they are until the next drawing, also when somebody withdraws meanwhile: a number that changes on a withdrawal
-- tells what was withdrawn. Nothing here can be traced to a response.
create table drawn_figures (
    -- A survey or an initiative.
    scope    uuid not null,
    document text not null,
    -- What it was drawn from (drawings, version of the survey, codebook); another basis means another drawing.
    basis    text not null,
    content  jsonb not null,
    primary key (scope, document)
);
