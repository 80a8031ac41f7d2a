-- Asked besides in a hearing check, and left out by whoever likes: whether they answered the survey, and two parts of feeling heard, 0 (not at all) to 4 (completely).
alter table hearing_reply
    add column answered        boolean,
    add column could_say       smallint check (could_say between 0 and 4),
    add column taken_seriously smallint check (taken_seriously between 0 and 4);
