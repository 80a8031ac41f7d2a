-- The smallest and the largest drawing of a survey so far. The next one needs clearly more responses than any before, or clearly fewer: whoever sends answers and
-- takes them back again and again would else have a drawing each time, and so as many looks at everybody else.

alter table survey_drawing
    add column fewest integer,
    add column most   integer;

update survey_drawing set fewest = responses, most = responses;

alter table survey_drawing
    alter column fewest set not null,
    alter column most set not null;
