-- Responses were to be sent as a test once; nothing ever could. A draft is tried out on pages that store nothing.
create or replace view counted_response as
select survey_id, response_id, version, language, received_on, answers, may_quote, record_key, drawn
from response
where withdrawn_on is null;

alter table response drop column is_test;
