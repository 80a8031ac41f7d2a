-- Open answers, wherever a survey asks for words: stories, and the words behind "other". Coders read through this view and see
-- neither the rest of a response nor who wrote it.

create view open_field as
select distinct survey_id, field.question, field.question || field.suffix as field, field.suffix <> '' as is_other
from survey_version,
     lateral (
         select jsonb_path_query(definition, '$.** ? (@.type == "text" && @.story == true)') ->> 'name' as question, '' as suffix
         union all
         select jsonb_path_query(definition, '$.** ? (@.other == true)') ->> 'name', '.other'
     ) field
where field.question is not null;

create view open_answer as
select survey_id, response_id, language, received_on, may_quote, field, words
from (
    select r.survey_id, r.response_id, r.language, r.received_on, r.may_quote, f.field,
           case when f.is_other then r.answers -> f.question ->> 'other'
                when jsonb_typeof(r.answers -> f.question) = 'string' then r.answers ->> f.question
           end as words
    from counted_response r
    join open_field f on f.survey_id = r.survey_id
) written
where words <> '';
