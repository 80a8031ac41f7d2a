-- Readings of stories join safe figures many at once, as responses do (0012): else whoever looks before and after a coder's reading sees what it said.
-- One row for each response that was read to the end, with the needs that were coded, as it was when readings joined last. Deleted when its writer withdraws.
create table drawn_story (
    survey_id   uuid not null,
    response_id uuid not null,
    needs       text[] not null,
    primary key (survey_id, response_id),
    foreign key (survey_id, response_id) references response
);

-- How many times readings have joined.
create table story_drawing (
    initiative_id uuid primary key references initiative,
    number        integer not null
);
