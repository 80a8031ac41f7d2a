-- The quotes that a version of the report prints, each with the response it is from, so that whoever withdraws takes their own words out of every version and
-- nobody else's. Versions published before this have their quotes in their content; those are found by their words.

create table report_quote (
    initiative_id uuid not null,
    version       integer not null,
    -- The order in which they are printed.
    position      integer not null,
    survey_id     uuid not null,
    response_id   uuid not null,
    need          text not null,
    words         text not null,
    language      text not null,
    primary key (initiative_id, version, position),
    foreign key (initiative_id, version) references report_version,
    foreign key (survey_id, response_id) references response
);
create index report_quote_response on report_quote (survey_id, response_id);
