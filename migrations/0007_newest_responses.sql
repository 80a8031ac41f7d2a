-- Responses are listed the newest day first, a page at a time, however many there are.

create index response_newest on response (survey_id, received_on desc, response_id desc);
