-- What people said. Nothing here tells who they are, and no time is finer than a day: random ids, the day received, the answers.
-- submission_hash and receipt_hash are SHA-256 of values that only the respondent's own request carries; neither can be worked
-- out from the other or from anything else stored.

create table response (
    survey_id       uuid not null references survey,
    response_id     uuid not null,
    version         integer not null,
    language        text not null,
    received_on     date not null,
    answers         jsonb not null,
    -- The respondent ticked "you may quote me".
    may_quote       boolean not null default false,
    -- Sent in test mode; never counted.
    is_test         boolean not null default false,
    -- Withdrawn by receipt: the answers are gone, the row stays so that a retry does not bring them back.
    withdrawn_on    date,
    submission_hash bytea not null,
    receipt_hash    bytea not null,
    primary key (survey_id, response_id),
    constraint response_submission_key unique (survey_id, submission_hash),
    foreign key (survey_id, version) references survey_version
);
create index response_receipt on response (receipt_hash);

-- What counts: every room reads responses through this.
create view counted_response as
select survey_id, response_id, version, language, received_on, answers, may_quote
from response
where not is_test and withdrawn_on is null;
