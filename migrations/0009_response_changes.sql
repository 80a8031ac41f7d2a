-- How often the responses of a survey changed: rises with every group of responses stored and with every withdrawal, in the same transaction. Results
-- that were worked out for the same number need not be worked out again. Several rows a survey, so that writers seldom wait for each other. Nothing in it
-- tells which response changed, or when.

create table response_change (
    survey_id uuid not null references survey,
    part      integer not null,
    changes   bigint not null,
    primary key (survey_id, part)
) with (fillfactor = 50);
